package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.BandCuts;
import java.util.Locale;

/** Where a score stands among the scores of the training population. */
public enum RiskBand {
    /** Below the first cut, by default the 50th percentile. */
    LOW,
    /** From the first cut on. */
    ELEVATED,
    /** From the second cut on, by default the 80th percentile. */
    HIGH,
    /** From the third cut on, by default the 95th percentile. */
    CRITICAL;

    private final String code = name().toLowerCase(Locale.ROOT);

    static RiskBand of(double percentile, BandCuts cuts) {
        if (percentile >= cuts.critical()) {
            return CRITICAL;
        }
        if (percentile >= cuts.high()) {
            return HIGH;
        }
        return percentile >= cuts.elevated() ? ELEVATED : LOW;
    }

    /** The name in files and replies. */
    public String code() {
        return code;
    }
}
