package io.holdfast.training.additive;

import io.holdfast.training.additive.binning.BinningSettings;
import io.holdfast.training.additive.boosting.BoostingSettings;
import io.holdfast.training.additive.interaction.InteractionSettings;
import io.holdfast.training.additive.trees.TreeSettings;

/**
 * How the additive engine learns. The defaults serve every table that was tried; there is nothing to tune.
 *
 * @param bags cross-fitted copies of the model, each judged by the rows it does not learn from, 2 to 64; 8, from where more
 *     change little
 * @param leastZ fall of the out-of-bag loss over its standard error that the columns' own tables must reach, or where they do not the trees, any number; 2, below
 *     which a small table has taught chance as likely as truth and the base rate is the honest answer
 * @param binning how values become bins
 * @param boosting how tables are filled
 * @param interaction which columns get a table together
 * @param trees when and how trees are mixed in
 * @param manyRows what is different where there are many rows
 */
public record AdditiveSettings(
        int bags,
        double leastZ,
        BinningSettings binning,
        BoostingSettings boosting,
        InteractionSettings interaction,
        TreeSettings trees,
        ManyRows manyRows) {
    private static final int MOST_BAGS = 64;

    /** Checks the range. */
    public AdditiveSettings {
        if (bags < 2 || bags > MOST_BAGS) {
            throw new IllegalArgumentException("bags: " + bags + " (expected: 2 to " + MOST_BAGS + ")");
        }
        if (Double.isNaN(leastZ)) {
            throw new IllegalArgumentException("leastZ: NaN (expected: a number)");
        }
    }

    /** 8 bags and the defaults of the parts. */
    public static AdditiveSettings defaults() {
        return new AdditiveSettings(
                8,
                2,
                BinningSettings.defaults(),
                BoostingSettings.defaults(),
                InteractionSettings.defaults(),
                TreeSettings.defaults(),
                ManyRows.defaults());
    }

    /** The same with other choices of what gets a table together. */
    public AdditiveSettings withInteraction(InteractionSettings other) {
        return new AdditiveSettings(bags, leastZ, binning, boosting, other, trees, manyRows);
    }

    /** The same with other trees. */
    public AdditiveSettings withTrees(TreeSettings other) {
        return new AdditiveSettings(bags, leastZ, binning, boosting, interaction, other, manyRows);
    }

    /**
     * These where rows are of several dates, three of them so far apart that no outcome window reaches into another: trees are as {@link TreeSettings#ofDates} says.
     *
     * @param sure as how many the rows count, see {@link SureRows}
     */
    AdditiveSettings forDates(int sure) {
        return withTrees(trees.ofDates(sure >= manyRows.from()));
    }

    /**
     * These for a table.
     *
     * @param rows to learn from
     * @param sure how many they count as, see {@link SureRows}
     */
    AdditiveSettings forRows(int rows, int sure) {
        return new AdditiveSettings(
                manyRows.bags(rows, bags),
                leastZ,
                binning,
                manyRows.boosting(sure, boosting),
                interaction,
                trees,
                manyRows);
    }
}
