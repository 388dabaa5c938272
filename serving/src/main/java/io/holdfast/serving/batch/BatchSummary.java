package io.holdfast.serving.batch;

import java.util.List;

/**
 * What became of the rows of a table.
 *
 * @param ok scored without any warning
 * @param warned scored with a warning
 * @param refused not scored, since something is wrong with the row
 * @param objecting excluded, since the customer objects to being profiled
 * @param left excluded, since the customer had already left
 * @param firstRefused the first of the refused, at most {@value #MOST_SHOWN}
 */
public record BatchSummary(
        long ok, long warned, long refused, long objecting, long left, List<RejectedRow> firstRefused) {
    /** The most refused rows that are described. */
    public static final int MOST_SHOWN = 5;

    /** Keeps a copy. */
    public BatchSummary {
        firstRefused = List.copyOf(firstRefused);
    }

    /** Not scored, since the customer must not be, or need not be. */
    public long excluded() {
        return objecting + left;
    }

    /** Rows in all; as many as the output has. */
    public long rows() {
        return ok + warned + refused + excluded();
    }
}
