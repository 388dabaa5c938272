package io.holdfast.training.split;

import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which row is used for what. Immutable. */
public final class Split {
    private final Part[] parts;

    /** @param parts what each row of a table is used for, in its order */
    public Split(Part[] parts) {
        this.parts = parts.clone();
    }

    /**
     * The split of a table: by time where its rows are dated, else at random, stratified. A pure function of the order of the
     * rows, their labels, groups and dates, and the seed.
     *
     * @throws io.holdfast.scoring.fault.InputException if a dated table has too few dates
     */
    public static Split of(TrainingTable table, long seed) {
        return table.dated() ? TimeSplit.of(table) : StratifiedSplit.of(table, seed);
    }

    /** What a row is used for. */
    public Part part(int row) {
        return parts[row];
    }

    /** The rows of a part, ascending. */
    public int[] rows(Part part) {
        return IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray();
    }

    /** The rows of several parts, ascending. */
    public int[] rows(Part first, Part second) {
        return IntStream.range(0, parts.length)
                .filter(row -> parts[row] == first || parts[row] == second)
                .toArray();
    }

    /** Number of rows of a part. */
    public int size(Part part) {
        return (int) Arrays.stream(parts).filter(found -> found == part).count();
    }
}
