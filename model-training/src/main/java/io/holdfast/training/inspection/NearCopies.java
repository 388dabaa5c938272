package io.holdfast.training.inspection;

import java.util.List;
import java.util.OptionalInt;

/** Whether a table holds its customers several times over, nearly unchanged. */
public final class NearCopies {
    private NearCopies() {}

    /**
     * Looks for near-copies among the rows.
     *
     * @param columns what rows are compared by: the features, without label and ids
     * @param positives the label, one a row; not compared, but told about
     * @param seed of the rows sampled
     */
    public static NearCopies search(List<CheckedColumn> columns, boolean[] positives, long seed) {
        throw new UnsupportedOperationException();
    }

    /** Whether near-copies are far more frequent than chance allows. */
    public boolean found() {
        throw new UnsupportedOperationException();
    }

    /** Share of the sampled rows that have a near-copy. */
    public double observedShare() {
        throw new UnsupportedOperationException();
    }

    /** The share that chance alone would give. */
    public double chanceShare() {
        throw new UnsupportedOperationException();
    }

    /** The distance in rows at which most copies stand, where there is one. */
    public OptionalInt rowOffset() {
        throw new UnsupportedOperationException();
    }

    /** One sentence with the figures. */
    public String evidence() {
        throw new UnsupportedOperationException();
    }

    /** A group number per row, from 0: rows that are near-copies of each other share one. Takes a second pass over the rows. */
    public int[] groups() {
        throw new UnsupportedOperationException();
    }
}
