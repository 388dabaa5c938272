package io.holdfast.features.snapshot;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which dates a model learns.
 *
 * @param everyDays days from one to the next; 0 for the first of each month
 * @param from not before this day
 * @param to not after this day
 */
public record SnapshotSettings(int everyDays, Optional<LocalDate> from, Optional<LocalDate> to) {
    private static final int LONGEST = 366;

    /** The first of each month for which the history knows what came before and after. */
    public static SnapshotSettings defaults() {
        return new SnapshotSettings(0, Optional.empty(), Optional.empty());
    }

    static SnapshotSettings read(YamlFields file) {
        if (!file.has("snapshots")) {
            return defaults();
        }
        YamlFields fields = file.mapping("snapshots").fields("'snapshots'");
        int every = fields.text("every", "month").equals("month") ? 0 : fields.wholeNumber("every", 1, LONGEST);
        SnapshotSettings settings = new SnapshotSettings(every, day(fields, "from"), day(fields, "to"));
        fields.finish();
        return settings;
    }

    private static Optional<LocalDate> day(YamlFields fields, String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        String text = fields.text(key);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw fields.fault(
                    key,
                    "wrong_value",
                    "'" + key + "' of 'snapshots' is " + Excerpt.of(text) + "; expected a date such as 2026-01-31");
        }
    }
}
