package io.holdfast.serving.work;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Days without an hour among moments: midnight UTC stands for one, wherever on earth it is meant. */
public final class Days {
    /** By so much a day begins earlier in the east than its midnight UTC. */
    private static final Duration EARLIEST = Duration.ofHours(14);

    /** So long after its midnight UTC a day ends in the west. */
    private static final Duration LATEST = Duration.ofHours(36);

    private Days() {}

    /** Whether a moment stands for a whole day: midnight UTC does. */
    public static boolean isDay(Instant moment) {
        return moment.equals(moment.truncatedTo(ChronoUnit.DAYS));
    }

    /** When a day begins where it begins first; another moment as it is. */
    public static Instant start(Instant moment) {
        return isDay(moment) ? moment.minus(EARLIEST) : moment;
    }

    /** When a day ends where it ends last; another moment as it is. */
    public static Instant end(Instant moment) {
        return isDay(moment) ? moment.plus(LATEST) : moment;
    }
}
