package io.holdfast.features.snapshot;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which dates a model learns.
 *
 * @param every from one to the next: days, or whole months from the first of one to the first of another
 * @param from not before this day
 * @param to not after this day
 */
public record SnapshotSettings(Period every, Optional<LocalDate> from, Optional<LocalDate> to) {
    private static final int LONGEST = 366;
    private static final int MOST_MONTHS = 12;
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,3}) months");
    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    /** The first of each month for which the history knows what came before and after. */
    public static SnapshotSettings defaults() {
        return new SnapshotSettings(Period.ofMonths(1), Optional.empty(), Optional.empty());
    }

    static SnapshotSettings read(YamlFields file) {
        if (!file.has("snapshots")) {
            return defaults();
        }
        YamlFields fields = file.mapping("snapshots").fields("'snapshots'");
        SnapshotSettings settings = new SnapshotSettings(every(fields), day(fields, "from"), day(fields, "to"));
        fields.finish();
        return settings;
    }

    private static Period every(YamlFields fields) {
        String text = fields.text("every", "month");
        Matcher months = MONTHS.matcher(text);
        if (months.matches()
                && Integer.parseInt(months.group(1)) >= 1
                && Integer.parseInt(months.group(1)) <= MOST_MONTHS) {
            return Period.ofMonths(Integer.parseInt(months.group(1)));
        }
        if (text.equals("month")) {
            return Period.ofMonths(1);
        }
        if (!DIGITS.matcher(text).matches()) {
            throw fields.fault(
                    "every",
                    "wrong_value",
                    "'every' of 'snapshots' is " + Excerpt.of(text) + "; expected 'month', '2 months' to '"
                            + MOST_MONTHS + " months', or a number of days from 1 to " + LONGEST);
        }
        return Period.ofDays(fields.wholeNumber("every", 1, LONGEST));
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
