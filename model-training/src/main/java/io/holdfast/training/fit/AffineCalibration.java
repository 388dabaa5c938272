package io.holdfast.training.fit;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * An affine map of the log-odds, {@code shift + slope * logOdds}, that fits them to what happened (Platt 1999, without his
 * smoothing of the labels). Folded into a model it scales every term, so that reasons stay exact. It is used only where
 * the log loss of the rows it was fitted on falls by two standard errors or more: since it has two parameters, an
 * already calibrated model reaches that once in some three thousand tables.
 *
 * @param slope 0 or more: a model that ranks the wrong way round is worth nothing, not its opposite
 * @param shift log-odds
 * @param z mean fall of the log loss over its standard error, paired by row
 */
public record AffineCalibration(double slope, double shift, double z) {
    /** The map that changes nothing. */
    public static final AffineCalibration NONE = new AffineCalibration(1, 0, 0);

    private static final double LEAST_Z = 2;
    private static final int LEAST_OF_A_CLASS = 20;

    /** The best map of some rows that all count the same. */
    public static AffineCalibration fit(double[] logOdds, boolean[] positives) {
        double[] even = new double[logOdds.length];
        Arrays.fill(even, 1);
        return fit(logOdds, positives, even);
    }

    /**
     * The best map of some rows that the model was not trained on; {@link #NONE} when they hold fewer than 20 of either class.
     *
     * @param logOdds what the model says, finite
     * @param positives what happened, in the same order
     * @param weights how much each row counts, of mean 1, in the same order
     */
    public static AffineCalibration fit(double[] logOdds, boolean[] positives, double[] weights) {
        if (!enough(positives)) {
            return NONE;
        }
        double[] map = PlattFit.of(logOdds, positives, weights);
        return new AffineCalibration(map[1], map[0], z(logOdds, positives, weights, map));
    }

    /** Whether these rows hold enough of either class to fit a map on. */
    public static boolean enough(boolean[] positives) {
        int leavers = 0;
        for (boolean positive : positives) {
            leavers += positive ? 1 : 0;
        }
        return Math.min(leavers, positives.length - leavers) >= LEAST_OF_A_CLASS;
    }

    private static double z(double[] logOdds, boolean[] positives, double[] weights, double[] map) {
        int n = logOdds.length;
        double[] falls = new double[n];
        for (int i = 0; i < n; i++) {
            falls[i] = weights[i]
                    * (PlattFit.loss(logOdds[i], positives[i])
                            - PlattFit.loss(map[0] + map[1] * logOdds[i], positives[i]));
        }
        double mean = sum(falls) / n;
        double[] squares =
                Arrays.stream(falls).map(fall -> (fall - mean) * (fall - mean)).toArray();
        double error = StrictMath.sqrt(sum(squares) / (n - 1.0) / n);
        return error > 0 ? mean / error : 0;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** What was found and what was done about it, for a model's facts. */
    public String inWords() {
        String map = rounded(shift) + " + " + rounded(slope) + " x log-odds";
        String fall = " the log loss of the validation rows by " + rounded(z) + " standard errors (needed: "
                + rounded(LEAST_Z) + ")";
        return helps()
                ? "log-odds became " + map + ", which lowers" + fall
                : "none, log-odds stay as trained; " + map + " would lower" + fall;
    }

    private static String rounded(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Whether it is worth folding in. */
    public boolean helps() {
        return z >= LEAST_Z;
    }

    /** The model with every log-odds mapped. Terms stay centred. */
    public AdditiveParts foldInto(AdditiveParts parts) {
        List<Term> terms = parts.terms().stream().map(this::scale).toList();
        return new AdditiveParts(
                parts.name(),
                parts.positiveLabel(),
                parts.negativeLabel(),
                shift + slope * parts.intercept(),
                parts.inputs(),
                terms,
                parts.facts());
    }

    private Term scale(Term term) {
        if (term instanceof LinearTerm linear) {
            return new LinearTerm(linear.input(), slope * linear.slope(), linear.centre(), slope * linear.missing());
        }
        if (term instanceof ForestTerm forest) {
            return forest.times(slope);
        }
        TableTerm table = (TableTerm) term;
        return new TableTerm(
                table.axes(),
                Arrays.stream(table.values()).map(value -> slope * value).toArray());
    }
}
