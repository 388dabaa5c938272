package io.holdfast.care.effect;

import java.util.Locale;

/** What may be said of an effect. */
public enum Verdict {
    /** Care makes it better, however often somebody looked. */
    HELPS,
    /** Care makes it worse, however often somebody looked. */
    HARMS,
    /** Not enough evidence yet, for either. */
    NOT_ENOUGH_YET,
    /** So few customers in an arm that not even an estimate is given. */
    TOO_FEW,
    /** The sides did not answer the survey alike, so that those who did are no longer alike. */
    UNEVEN_ANSWERS,
    /** Of one side nobody has reported any margin, which then counts as 0 there. */
    UNREPORTED,
    /** The arms are not as large as the lot makes them: find out why before believing anything. */
    SAMPLE_RATIO_MISMATCH;

    /** As replies and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
