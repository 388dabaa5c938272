package io.holdfast.training.split;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which fold every row of a table belongs to, once per repeat of a cross-validation. Immutable. */
public final class Folds {
    /** The fewest folds of a repeat. */
    public static final int FEWEST = 2;

    private final List<String> repeats;
    private final int[][] folds;
    private final int[] groups;

    /**
     * @param repeats names of the repeats
     * @param folds per repeat a fold per row, from 0, none of them empty
     * @param groups a number per row, equal where learners are to keep rows together
     */
    Folds(List<String> repeats, int[][] folds, int[] groups) {
        this.repeats = List.copyOf(repeats);
        this.folds = folds;
        this.groups = groups;
    }

    /**
     * Random folds of nearly equal size with equal shares of leavers. Rows of one group, and rows of one customer, stand in
     * one fold, and learners keep them together too.
     *
     * @param groups a number per row
     * @param count of folds, {@value #FEWEST} or more
     * @param repeats how often the table is dealt out, 1 or more
     */
    public static Folds stratified(TrainingTable table, int[] groups, int count, int repeats, long seed) {
        int[] together = Customers.joined(table, groups);
        int[][] folds = new int[repeats][];
        double[] shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int repeat = 0; repeat < repeats; repeat++) {
            folds[repeat] = StratifiedDeal.parts(table.positives(), together, shares, seeds.nextLong());
        }
        return new Folds(
                IntStream.range(0, repeats).mapToObj(repeat -> "rep" + repeat).toList(), folds, together);
    }

    /** The same folds, whose learners keep other rows together: what is dealt inside of the training rows should be dealt as the folds are. */
    public Folds keeping(int[] others) {
        return new Folds(repeats, folds, others.clone());
    }

    /**
     * Checks that every fold can be judged.
     *
     * @throws InputException if one holds customers of one class only
     */
    public void requireBothClasses(TrainingTable table) {
        for (int repeat = 0; repeat < folds.length; repeat++) {
            boolean[][] seen = new boolean[count(repeat)][2];
            for (int row = 0; row < table.rows(); row++) {
                seen[folds[repeat][row]][table.positive(row) ? 1 : 0] = true;
            }
            for (int fold = 0; fold < seen.length; fold++) {
                if (!seen[fold][0] || !seen[fold][1]) {
                    throw new InputException(
                            "one_class",
                            table.name() + ": fold " + fold + " of repeat '" + repeats.get(repeat)
                                    + "' holds customers of one class only (expected: fewer or other folds, each with "
                                    + "customers who left and customers who stayed)");
                }
            }
        }
    }

    /** Names of the repeats. */
    public List<String> repeats() {
        return repeats;
    }

    /** Number of folds of a repeat. */
    public int count(int repeat) {
        return Arrays.stream(folds[repeat]).max().orElse(-1) + 1;
    }

    /** The fold of a row. */
    public int fold(int repeat, int row) {
        return folds[repeat][row];
    }

    /** A copy of the fold of every row. */
    public int[] folds(int repeat) {
        return folds[repeat].clone();
    }

    /** How many groups of rows that belong together stand in several folds of some repeat. */
    public long parted(TrainingTable table) {
        int[] together = Customers.joined(table, table.groups());
        boolean[] parted = new boolean[Arrays.stream(together).max().orElse(-1) + 1];
        for (int[] repeat : folds) {
            int[] first = new int[parted.length];
            Arrays.fill(first, -1);
            for (int row = 0; row < together.length; row++) {
                int group = together[row];
                parted[group] |= first[group] >= 0 && first[group] != repeat[row];
                first[group] = repeat[row];
            }
        }
        int count = 0;
        for (boolean one : parted) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /**
     * The fold's rows for the test, all others for training; none are left for validation, since every row that a learner may see
     * should count, and learners can hold rows out among the training rows themselves.
     */
    public Split split(int repeat, int fold) {
        Part[] parts = new Part[folds[repeat].length];
        Arrays.setAll(parts, row -> folds[repeat][row] == fold ? Part.TEST : Part.TRAINING);
        return new Split(parts, groups);
    }
}
