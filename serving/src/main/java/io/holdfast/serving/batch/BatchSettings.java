package io.holdfast.serving.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How a list of customers is scored.
 *
 * @param scoredAt the one instant that stands in every row; nothing else of the output depends on when it was made
 * @param asOf the day the values were known, for tables without a date column
 * @param output what stands in the output
 * @param maxRejected how many rows may be refused before there is no output at all, 0 or more
 * @param allowDuplicateIds whether a customer may stand in the table more than once
 * @param threads how many rows are worked on at once, 1 or more; the output does not depend on it
 * @param filter which rows are scored
 */
public record BatchSettings(
        Instant scoredAt,
        LocalDate asOf,
        OutputSettings output,
        long maxRejected,
        boolean allowDuplicateIds,
        int threads,
        RowFilter filter) {
    /** Checks the numbers. */
    public BatchSettings {
        if (maxRejected < 0) {
            throw new IllegalArgumentException("maxRejected: " + maxRejected + " (expected: 0 or more)");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: 1 or more)");
        }
    }

    /** As of the day of scoring (UTC), no row refused, no id twice, on all processors. */
    public static BatchSettings defaults(Instant scoredAt, OutputSettings output) {
        return new BatchSettings(
                scoredAt,
                LocalDate.ofInstant(scoredAt, ZoneOffset.UTC),
                output,
                0,
                false,
                Runtime.getRuntime().availableProcessors(),
                RowFilter.ALL);
    }

    /** The same as of another day. */
    public BatchSettings withAsOf(LocalDate day) {
        return new BatchSettings(scoredAt, day, output, maxRejected, allowDuplicateIds, threads, filter);
    }

    /** The same with another limit of refused rows. */
    public BatchSettings withMaxRejected(long limit) {
        return new BatchSettings(scoredAt, asOf, output, limit, allowDuplicateIds, threads, filter);
    }

    /** The same with customers that may stand there more than once, or not. */
    public BatchSettings withDuplicateIds(boolean allowed) {
        return new BatchSettings(scoredAt, asOf, output, maxRejected, allowed, threads, filter);
    }

    /** The same on another number of threads. */
    public BatchSettings withThreads(int count) {
        return new BatchSettings(scoredAt, asOf, output, maxRejected, allowDuplicateIds, count, filter);
    }

    /** The same for other rows. */
    public BatchSettings withFilter(RowFilter rows) {
        return new BatchSettings(scoredAt, asOf, output, maxRejected, allowDuplicateIds, threads, rows);
    }
}
