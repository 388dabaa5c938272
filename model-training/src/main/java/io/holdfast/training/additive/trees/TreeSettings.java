package io.holdfast.training.additive.trees;

/**
 * How oblivious trees are boosted and when they are used. The numbers are those of {@link #defaults()}; where rows are of several dates {@link #ofDates} says what is different.
 *
 * @param leastZ fall of the out-of-bag loss over its standard error that mixing in trees must reach, any number (infinity: never); 2, as
 *     trees cost a reader and a score more than tables, so that a fall chance makes once in forty tables is not worth them
 * @param startShare share of the columns' own tables that the trees start from, 0 to 1; .5, as trees that start from nothing waste
 *     cuts on what tables say better, and those that start from all of it are held up by what the tables over-fitted
 * @param learningRate share of a Newton step that is taken, above 0 up to 1; .1, since steps half as long need twice the trees, which a score has
 *     to pay for
 * @param depth questions of a tree, 1 to 6; 6, so that six columns can act together, and no more than 64 leaves have to be explained
 * @param lambda weight of the penalty on a leaf's squared value, above 0; 1, which keeps leaves of one or two rows short and does nothing to
 *     others
 * @param fewRows rows a tree learns from where that is between the two shares, 1 or more; 40,000, some six hundred a leaf
 * @param leastRowShare share of the rows a tree learns from at least, above 0 up to 1; .3: with less, trees on 200,000 rows were half as dear but
 *     lost .003 of ROC AUC
 * @param mostRowShare share of the rows a tree learns from at most, above 0 up to 1; .8, as trees that see different rows err
 *     differently
 * @param columnShare share of the columns a tree may ask, above 0 up to 1; .8, for the same reason
 * @param bins places a column has at most in a small table, 4 to 128; 64: a byte without its sign holds twice that, and finer ones gained nothing
 * @param fewBins the same in a table of more than {@code fewBinsFrom} rows, 4 to 128; 32: they are quicker, and finer ones gained
 *     nothing there
 * @param fewBinsFrom rows, 1 or more; 20,000, below which places cost little time
 * @param mostRounds trees a bag, 1 or more; 1500, which only tables of many columns acting together come near to
 * @param patience rounds without a better out-of-bag loss after which boosting stops, 1 or more; 25, as trees that see different rows make the loss
 *     waver for some rounds
 * @param pilot the trial that decides whether it is worth while in a table of many rows
 */
public record TreeSettings(
        double leastZ,
        double startShare,
        double learningRate,
        int depth,
        double lambda,
        int fewRows,
        double leastRowShare,
        double mostRowShare,
        double columnShare,
        int bins,
        int fewBins,
        int fewBinsFrom,
        int mostRounds,
        int patience,
        PilotSettings pilot) {
    private static final double LEAST_Z_OF_DATES = 0;
    private static final double LEARNING_RATE_OF_DATES = 0.05;
    private static final int DEEPEST = 6;
    private static final int FEWEST_BINS = 4;
    private static final int MOST_BINS = 128;

    /** Checks the ranges. */
    public TreeSettings {
        if (Double.isNaN(leastZ)) {
            throw new IllegalArgumentException("leastZ: NaN (expected: a number)");
        }
        if (!(startShare >= 0 && startShare <= 1)) {
            throw new IllegalArgumentException("startShare: " + startShare + " (expected: 0 to 1)");
        }
        if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda: " + lambda + " (expected: above 0)");
        }
        requireShare("learningRate", learningRate);
        requireShare("leastRowShare", leastRowShare);
        requireShare("mostRowShare", mostRowShare);
        requireShare("columnShare", columnShare);
        requireBetween("depth", depth, 1, DEEPEST);
        requireBetween("bins", bins, FEWEST_BINS, MOST_BINS);
        requireBetween("fewBins", fewBins, FEWEST_BINS, MOST_BINS);
        requireBetween("fewRows", fewRows, 1, Integer.MAX_VALUE);
        requireBetween("fewBinsFrom", fewBinsFrom, 1, Integer.MAX_VALUE);
        requireBetween("mostRounds", mostRounds, 1, Integer.MAX_VALUE);
        requireBetween("patience", patience, 1, Integer.MAX_VALUE);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0 up to 1)");
        }
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    /** What the components say. */
    public static TreeSettings defaults() {
        return new TreeSettings(
                2, 0.5, 0.1, 6, 1, 40_000, 0.3, 0.8, 0.8, 64, 32, 20_000, 1500, 25, PilotSettings.defaults());
    }

    /**
     * The same where rows are of several dates, whose rows share chances: what the columns' own tables have learned of a date helps other customers of it, so that out-of-bag rows believe it, and nobody of
     * another date. Trees begin from nothing (but for columns with a direction, which are in no tree), so that they do not inherit it, and are tried whatever a trial on top of the tables would say and taken
     * wherever the loss falls, since both ask the same rows. Steps are short, so that much is averaged.
     *
     * @param many whether the rows are so many that steps twice as long lose nothing; a row has to pay for every tree
     */
    public TreeSettings ofDates(boolean many) {
        return new TreeSettings(
                leastZ < Double.POSITIVE_INFINITY ? Math.min(leastZ, LEAST_Z_OF_DATES) : leastZ,
                0,
                many ? learningRate : Math.min(learningRate, LEARNING_RATE_OF_DATES),
                depth,
                lambda,
                fewRows,
                leastRowShare,
                mostRowShare,
                columnShare,
                bins,
                fewBins,
                fewBinsFrom,
                mostRounds,
                patience,
                pilot.withFrom(Integer.MAX_VALUE));
    }

    /** The same with another fall of the loss that is needed. */
    public TreeSettings withLeastZ(double other) {
        return new TreeSettings(
                other,
                startShare,
                learningRate,
                depth,
                lambda,
                fewRows,
                leastRowShare,
                mostRowShare,
                columnShare,
                bins,
                fewBins,
                fewBinsFrom,
                mostRounds,
                patience,
                pilot);
    }

    /** The same with another trial. */
    public TreeSettings withPilot(PilotSettings other) {
        return new TreeSettings(
                leastZ,
                startShare,
                learningRate,
                depth,
                lambda,
                fewRows,
                leastRowShare,
                mostRowShare,
                columnShare,
                bins,
                fewBins,
                fewBinsFrom,
                mostRounds,
                patience,
                other);
    }

    /** Places a column has at most, in a table of so many rows. */
    int bins(int rows) {
        return rows > fewBinsFrom ? fewBins : bins;
    }

    /** The share of so many rows that a tree learns from. */
    double rowShare(int rows) {
        return Math.min(mostRowShare, Math.max(leastRowShare, (double) fewRows / rows));
    }
}
