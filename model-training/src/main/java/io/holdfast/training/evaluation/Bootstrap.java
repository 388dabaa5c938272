package io.holdfast.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Intervals by the percentile bootstrap (Efron 1979): rows are drawn with replacement, as many as there are, whatever their class, since
 * the base rate of the next held-out set will differ too; rows that depend on each other are drawn together, as many clusters as there
 * are (Field and Welsh 2007). A sample of one class only has no ranking metric and is left out of that metric's quantiles. Resampling
 * adds noise to absolute differences, so the expected calibration error of the samples lies above the value itself; its interval is moved
 * down by that bias.
 */
final class Bootstrap {
    /** With fewer rows, or clusters of them, an interval would promise what it cannot hold. */
    static final int LEAST_ROWS = 20;

    /** The same for measures that compare the classes: with 5, one sample in 150 lacks the class. */
    static final int LEAST_OF_A_CLASS = 5;

    /** Beyond this many drawn rows fewer samples are drawn; with so many rows the intervals are narrow anyway. */
    private static final long MOST_DRAWS = 200_000_000;

    private final RankedRows rows;
    private final Statistics once;
    private final List<Statistics> samples;

    private Bootstrap(RankedRows rows, Statistics once, List<Statistics> samples) {
        this.rows = rows;
        this.once = once;
        this.samples = samples;
    }

    /** How many samples are drawn of so many rows. */
    static int resamples(int rows, int wanted) {
        return (int) Math.min(wanted, Math.max(EvaluationSettings.LEAST_RESAMPLES, MOST_DRAWS / rows));
    }

    static Bootstrap of(RankedRows rows, EvaluationSettings settings) {
        Sweep sweep = new Sweep(rows);
        Statistics once = sweep.once();
        int wanted = rows.clusterCount() < LEAST_ROWS ? 0 : resamples(rows.size(), settings.resamples());
        int drawable = rows.clustered() ? rows.clusterCount() : rows.size();
        return new Bootstrap(
                rows, once, Resamples.of(drawable, wanted, settings.seed(), () -> sample(sweep.another())));
    }

    private static Function<int[], Statistics> sample(Sweep sweep) {
        RankedRows rows = sweep.rows();
        if (!rows.clustered()) {
            return sweep::over;
        }
        int[] counts = new int[rows.size()];
        return drawn -> {
            for (int rank = 0; rank < counts.length; rank++) {
                counts[rank] = drawn[rows.cluster(rank)];
            }
            return sweep.over(counts);
        };
    }

    /** A measure with its interval, where these rows have one. */
    Measure measure(Metric metric) {
        return measure(metric.kind(), found -> found.value(metric));
    }

    /** The part of all leavers that stands in the first share of the list. */
    Measure captured(int share) {
        return measure(Kind.RANKING, found -> found.captured().get(share));
    }

    /** The rate of leavers in the first share of the list, over that of all. */
    Measure lift(int share) {
        return measure(Kind.RANKING, found -> found.lift().get(share));
    }

    /**
     * The two-sided p value of a mean over rows being 0, by the normal approximation with the standard error of the samples, whose number
     * then does not bound how small it can be; NaN without samples.
     */
    double chanceOfZero(Metric metric) {
        double value = once.value(metric);
        double error = StrictMath.sqrt(StatUtils.variance(
                samples.stream().mapToDouble(found -> found.value(metric)).toArray()));
        if (!(error > 0)) {
            return samples.isEmpty() ? Double.NaN : value == 0 ? 1 : 0;
        }
        return 2 * new NormalDistribution(0, 1).cumulativeProbability(-Math.abs(value) / error);
    }

    /** Samples drawn. */
    int samples() {
        return samples.size();
    }

    private Measure measure(Kind kind, ToDoubleFunction<Statistics> statistic) {
        boolean ranking = kind == Kind.RANKING;
        if (ranking && rows.oneClass()) {
            return Measure.Undefined.ONE_CLASS;
        }
        double value = statistic.applyAsDouble(once);
        int fewest = Math.min(rows.clusterCount(true), rows.clusterCount(false));
        if (samples.isEmpty() || (ranking && fewest < LEAST_OF_A_CLASS)) {
            return new Measure.Point(value);
        }
        double[] drawn =
                samples.stream().mapToDouble(statistic).filter(Double::isFinite).toArray();
        boolean debiased = kind == Kind.ABSOLUTE;
        double bias = debiased ? Math.max(0, Arrays.stream(drawn).sum() / drawn.length - value) : 0;
        Interval around = interval(drawn);
        double low = around.low() - bias;
        double least = debiased ? Math.max(0, low) : low;
        // Samples may be so skewed that even their upper end lies below their mean.
        return new Measure.Estimated(value, new Interval(least, Math.max(least, around.high() - bias)));
    }

    /** The interval that holds the middle of the values drawn. */
    static Interval interval(double[] drawn) {
        double tail = 50 * (1 - Interval.LEVEL);
        return new Interval(quantile(drawn, tail), quantile(drawn, 100 - tail));
    }

    private static double quantile(double[] drawn, double percent) {
        return new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(drawn, percent);
    }
}
