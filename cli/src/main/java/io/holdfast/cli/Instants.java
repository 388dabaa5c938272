package io.holdfast.cli;

import io.holdfast.scoring.score.AsOfDay;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one instant of a run, and its day. */
final class Instants {
    private static final String EPOCH = "SOURCE_DATE_EPOCH";

    private Instants() {}

    /** What SOURCE_DATE_EPOCH says (seconds since 1970), so that a run can be repeated to the byte; else now, in whole seconds. */
    static Instant ofRun(Clock clock) {
        String seconds = System.getenv(EPOCH);
        if (seconds == null || seconds.isEmpty()) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            throw new WrongOptionException(EPOCH, seconds, "whole seconds since 1970");
        }
    }

    /** The instant given as an option, or that of the run. */
    static Instant given(String option, @Nullable String value, Clock clock) {
        if (value == null) {
            return ofRun(clock);
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new WrongOptionException(option, value, "an instant such as 2026-01-31T08:00:00Z");
        }
    }

    /** The day given as an option, or that of an instant in UTC. */
    static LocalDate day(String option, @Nullable String value, Instant otherwise) {
        if (value == null) {
            return LocalDate.ofInstant(otherwise, ZoneOffset.UTC);
        }
        LocalDate day = AsOfDay.parse(value)
                .orElseThrow(() -> new WrongOptionException(option, value, "a date such as 2026-01-31"));
        if (AsOfDay.isInFuture(day, LocalDate.ofInstant(otherwise, ZoneOffset.UTC))) {
            throw new WrongOptionException(option, value, "a day on which the values were already known");
        }
        return day;
    }
}
