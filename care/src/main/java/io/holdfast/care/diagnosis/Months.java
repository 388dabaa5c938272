package io.holdfast.care.diagnosis;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Months of UTC. */
final class Months {
    private Months() {}

    static YearMonth of(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment that is not of the month. */
    static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }
}
