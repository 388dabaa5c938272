package io.holdfast.serving.wire;

import io.holdfast.scoring.score.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** As-of days in requests: ISO 8601 with a year of four digits, and not in the future. */
final class AsOf {
    static final String FIELD = "asOf";

    /** East of Greenwich a client's today can be tomorrow here. */
    private static final int DAYS_AHEAD = 1;

    private static final int LENGTH = "2026-01-31".length();

    private AsOf() {}

    static Optional<LocalDate> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isInFuture(LocalDate day, LocalDate today) {
        return day.isAfter(today.plusDays(DAYS_AHEAD));
    }

    static Refusal inFuture() {
        return new Refusal(
                "as_of_in_future",
                "",
                "The as-of day lies in the future (expected: a day on which the values were already known).");
    }
}
