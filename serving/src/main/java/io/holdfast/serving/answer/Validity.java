package io.holdfast.serving.answer;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long scores may be used.
 *
 * @param validDays days after the one as of which the values were known
 * @param today the day of scoring
 */
public record Validity(int validDays, LocalDate today) {
    /** The validity of a bundle's scores. */
    public static Validity of(ModelBundle bundle, LocalDate today) {
        return new Validity(bundle.manifest().validDays(), today);
    }

    /** The last day on which a score may be used. */
    public LocalDate until(LocalDate asOf) {
        return asOf.plusDays(validDays);
    }

    /** Whether that day had passed when the score was made. */
    public boolean isOver(LocalDate asOf) {
        return asOf.toEpochDay() + validDays < today.toEpochDay();
    }

    /** What the reader of a score should know: about its input, and that it may not be used any more. */
    public List<InputWarning> warnings(ChurnScore score) {
        if (!isOver(score.customer().asOf())) {
            return score.warnings();
        }
        List<InputWarning> warnings = new ArrayList<>(score.warnings());
        warnings.add(InputWarning.STALE);
        return warnings;
    }
}
