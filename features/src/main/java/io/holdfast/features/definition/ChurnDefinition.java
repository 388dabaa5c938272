package io.holdfast.features.definition;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.dataset.Estimand;
import io.holdfast.scoring.yaml.YamlFields;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What leaving is, and who can leave. Seen from an as-of date, the outcome window begins {@code leadDays} later and lasts {@code horizonDays}.
 *
 * @param leaving how one sees it
 * @param horizonDays length of the outcome window, 1 to 3650
 * @param leadDays days between the as-of date and the window, 0 to 3650
 * @param atRiskDays only who was active within that many days before the as-of date can still leave; 0 for no such limit
 * @param maturityDays days after the window until late news of it has come in
 * @param estimand which risk the label lets a model learn
 * @param careLastsDays days for which care goes on telling; with the estimand no-care, care that long before the as-of date counts like later care
 * @param contractEnd the attribute that says when a contract ends, for the baseline "contract ends soon"; empty where there is none
 */
public record ChurnDefinition(
        Leaving leaving,
        int horizonDays,
        int leadDays,
        int atRiskDays,
        int maturityDays,
        Estimand estimand,
        int careLastsDays,
        Optional<String> contractEnd) {
    /** The most days of anything. */
    static final int LONGEST = 3650;

    /** Checks the days. */
    public ChurnDefinition {
        if (horizonDays < 1 || leadDays < 0 || atRiskDays < 0 || maturityDays < 0 || careLastsDays < 0) {
            throw new IllegalArgumentException(
                    "days: " + horizonDays + ", " + leadDays + ", " + atRiskDays + ", " + maturityDays + ", "
                            + careLastsDays + " (expected: a horizon of at least 1, the others at least 0)");
        }
    }

    /**
     * Reads {@code churn} of {@code history.yaml}.
     *
     * @throws io.holdfast.scoring.fault.InputException if it defines nothing that the history can show; the message names the line
     */
    public static ChurnDefinition read(YamlFields file, HistoryDescription history) {
        return new ChurnReader(file.mapping("churn").fields("'churn'"), history).read();
    }

    /** The first day whose care tells in the outcome. */
    public LocalDate careTellsFrom(LocalDate asOf) {
        return asOf.minusDays(careLastsDays);
    }

    /** The first day of the outcome window. */
    public LocalDate windowBegins(LocalDate asOf) {
        return asOf.plusDays(leadDays);
    }

    /** The first day after the outcome window. */
    public LocalDate windowEnds(LocalDate asOf) {
        return windowBegins(asOf).plusDays(horizonDays);
    }

    /** Days after an as-of date until its outcome counts as known. */
    public int knownAfterDays() {
        return leadDays + horizonDays + maturityDays;
    }

    /** The first day on which the outcome counts as known. */
    public LocalDate matures(LocalDate asOf) {
        return windowEnds(asOf).plusDays(maturityDays);
    }
}
