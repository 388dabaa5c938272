package io.holdfast.training.split;

import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which row is used for what. Immutable. */
public final class Split {
    private static final List<Part> PARTS = List.of(Part.values());

    // By row, the place of its part among all.
    private final byte[] parts;
    private final RowGroups groups;

    /** @param parts what each row of a table is used for, in its order; every row stands for itself */
    public Split(Part[] parts) {
        this(parts, IntStream.range(0, parts.length).toArray());
    }

    /**
     * A split whose rows belong together.
     *
     * @param parts what each row of a table is used for, in its order
     * @param groups a number per row, equal where whatever is dealt out of a part is to keep rows together
     */
    public Split(Part[] parts, int[] groups) {
        this.parts = new byte[parts.length];
        for (int row = 0; row < parts.length; row++) {
            this.parts[row] = (byte) PARTS.indexOf(parts[row]);
        }
        this.groups = RowGroups.of(groups);
    }

    private Split(Split dealt, int[] groups) {
        this.parts = dealt.parts;
        this.groups = RowGroups.of(groups);
    }

    /**
     * The split of a table: by time where its rows are dated, else at random, stratified. A pure function of the order of the
     * rows, their labels, groups and dates, and the seed.
     *
     * @param groups a number per row, equal where rows belong together; by time, only groups that the table names stay on one side
     * @throws io.holdfast.scoring.fault.InputException if a dated table has too few dates
     */
    public static Split of(TrainingTable table, int[] groups, long seed) {
        Split split = table.dated() ? TimeSplit.of(table) : StratifiedSplit.of(table.positives(), groups, seed);
        return new Split(split, groups);
    }

    /** The same, where the groups are those that the table names. */
    public static Split of(TrainingTable table, long seed) {
        return of(table, table.groups(), seed);
    }

    /** Every row for training, once nothing is left to be judged. */
    public static Split trainingOnly(int[] groups) {
        Part[] parts = new Part[groups.length];
        Arrays.fill(parts, Part.TRAINING);
        return new Split(parts, groups);
    }

    /** What a row is used for. */
    public Part part(int row) {
        return PARTS.get(parts[row]);
    }

    /** A number per row, equal where whatever is dealt out of a part is to keep rows together. */
    public int[] groups() {
        return groups.numbers();
    }

    /** The rows of a part, ascending. */
    public int[] rows(Part part) {
        return IntStream.range(0, parts.length).filter(row -> part(row) == part).toArray();
    }

    /** The rows of several parts, ascending. */
    public int[] rows(Part first, Part second) {
        return IntStream.range(0, parts.length)
                .filter(row -> part(row) == first || part(row) == second)
                .toArray();
    }

    /** Number of rows of a part. */
    public int size(Part part) {
        return (int) IntStream.range(0, parts.length)
                .filter(row -> part(row) == part)
                .count();
    }
}
