package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * From which as-of date on rows can judge a model that learned from dated rows: on it all outcomes that the model learned from were known. A row of an earlier
 * date shares a part of its outcome window with a learned row of the same customer, even where its own date was not learned from, and then the figures
 * show memory. The training table itself is split by the same rule.
 *
 * @param model what messages call the model
 * @param lastLearned the last as-of date that the model learned from
 * @param knownAfterDays days after a row's date until its outcome counts as known: lead, horizon and maturity delay; 1 or more
 */
public record FirstTestDate(String model, LocalDate lastLearned, int knownAfterDays) {
    /**
     * That of a model.
     *
     * @param maturityDays days after the outcome window until late news of it has come in, 0 or more; 0 where nobody knows
     * @return empty where the model learned from rows without dates, or its description does not say how long an outcome takes
     */
    public static Optional<FirstTestDate> of(ModelBundle bundle, int maturityDays) {
        if (bundle.reference().lastDay().isEmpty() || bundle.horizonDays().isEmpty()) {
            return Optional.empty();
        }
        int window = bundle.leadDays().orElse(0) + bundle.horizonDays().getAsInt();
        return Optional.of(new FirstTestDate(
                bundle.manifest().modelId(), bundle.reference().lastDay().get(), window + maturityDays));
    }

    /** The date. */
    public LocalDate date() {
        return lastLearned.plusDays(knownAfterDays);
    }

    /**
     * Refuses rows of earlier dates.
     *
     * @param rows of the table, from 0; a table without dates passes
     * @throws InputException naming the first of them, and the date
     */
    public void require(TrainingTable table, int[] rows) {
        if (!table.dated()) {
            return;
        }
        for (int row : rows) {
            if (table.date(row).isBefore(date())) {
                throw new InputException(
                        "test_too_early",
                        table.name() + " line " + table.line(row) + " is of " + table.date(row)
                                + ", when the outcomes that "
                                + model + " learned from were not all known: its last rows are of " + lastLearned
                                + ", and their outcomes were known " + knownAfterDays
                                + " days later (expected: rows of "
                                + date() + " or later)");
            }
        }
    }

    /** What nobody can tell of a table without dates; one sentence or none. */
    List<String> notes(TrainingTable table) {
        return table.dated()
                ? List.of()
                : List.of(table.name() + " has no dates, so nobody can tell whether its rows are of " + date()
                        + " or later, when all outcomes that " + model
                        + " learned from were known; by rows of earlier dates the figures flatter.");
    }
}
