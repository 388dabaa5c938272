package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Two models on the same rows, metric by metric. The interval of a difference is that of a percentile bootstrap in which both models see
 * the same samples, so that what is easy or hard about a sample cancels. Each interval stands for itself: of twenty metrics without any
 * difference, one shows one by chance.
 *
 * @param intervals how the intervals came about
 * @param metrics in the order of {@link Metric}
 */
public record PairedEvaluation(ChurnEvaluation.Resampling intervals, List<PairedMetric> metrics) {
    /** Keeps a copy. */
    public PairedEvaluation {
        metrics = List.copyOf(metrics);
    }

    /**
     * Compares.
     *
     * @param a rows as one model scored them
     * @param b probabilities of the other model, in the same order
     */
    public static PairedEvaluation of(ScoredRows a, double[] b, EvaluationSettings settings) {
        Metrics ofA = Evaluator.metrics(a.probabilities(), a.positives(), a.weights());
        Metrics ofB = Evaluator.metrics(b, a.positives(), a.weights());
        List<Map<Metric, Double>> samples = samples(a, b, settings);
        List<PairedMetric> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Measure difference = difference(metric, ofA.measure(metric), ofB.measure(metric), a, samples);
            metrics.add(new PairedMetric(
                    metric, ofA.measure(metric), ofB.measure(metric), difference, verdict(metric, difference)));
        }
        RankedRows ranked = RankedRows.of(a);
        String over = a.clusters().together() ? "whole " + a.clusters().what() : "rows";
        return new PairedEvaluation(
                new ChurnEvaluation.Resampling(
                        "paired percentile bootstrap over " + over + ranked.weighting(),
                        ranked.effective(),
                        Interval.LEVEL,
                        samples.size(),
                        settings.seed()),
                metrics);
    }

    /** Of every sample, the difference in every metric; NaN where the sample is of one class. */
    private static List<Map<Metric, Double>> samples(ScoredRows a, double[] b, EvaluationSettings settings) {
        int rows = b.length;
        Clusters clusters = a.clusters().only(IntStream.range(0, rows).toArray());
        int drawable = clusters.count();
        if (drawable < Bootstrap.LEAST_ROWS) {
            return List.of();
        }
        WeightedModel byA = new WeightedModel(a.probabilities(), a.positives(), a.weights());
        WeightedModel byB = new WeightedModel(b, a.positives(), a.weights());
        int resamples = Bootstrap.resamples(rows, settings.resamples());
        return Resamples.of(drawable, resamples, settings.seed(), () -> sample(byA.another(), byB.another(), clusters));
    }

    private static Function<int[], Map<Metric, Double>> sample(
            WeightedModel byA, WeightedModel byB, Clusters clusters) {
        int[] numbers = clusters.numbers();
        int[] counts = new int[numbers.length];
        return drawn -> {
            count(drawn, numbers, counts);
            return differences(byA.over(counts), byB.over(counts));
        };
    }

    /** How often each row was drawn. A method for itself: compiled within its caller, all of a sample's sweeps would be one body, of 30 MB for the compiler. */
    private static void count(int[] drawn, int[] numbers, int[] counts) {
        for (int row = 0; row < counts.length; row++) {
            counts[row] = drawn[numbers[row]];
        }
    }

    private static Map<Metric, Double> differences(Statistics a, Statistics b) {
        Map<Metric, Double> differences = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            differences.put(metric, metric.less(a.value(metric), b.value(metric)));
        }
        return differences;
    }

    private static Measure difference(
            Metric metric, Measure a, Measure b, ScoredRows rows, List<Map<Metric, Double>> samples) {
        if (a.known().isEmpty() || b.known().isEmpty()) {
            return a;
        }
        double value = metric.less(a.known().getAsDouble(), b.known().getAsDouble());
        double[] drawn = samples.stream()
                .mapToDouble(sample -> sample.getOrDefault(metric, Double.NaN))
                .filter(Double::isFinite)
                .toArray();
        if (drawn.length == 0 || (metric.kind() == Kind.RANKING && fewest(rows) < Bootstrap.LEAST_OF_A_CLASS)) {
            return new Measure.Point(value);
        }
        return new Measure.Estimated(value, Bootstrap.interval(drawn));
    }

    /** Clusters that have rows of the rarer class. */
    private static int fewest(ScoredRows rows) {
        RankedRows ranked = RankedRows.of(rows);
        return Math.min(ranked.clusterCount(true), ranked.clusterCount(false));
    }

    private static PairedMetric.Verdict verdict(Metric metric, Measure difference) {
        if (!(difference instanceof Measure.Estimated estimated)
                || estimated.interval().covers(0)) {
            return PairedMetric.Verdict.NO_DIFFERENCE_SHOWN;
        }
        boolean more = estimated.interval().low() > 0;
        return more == (metric.best() == Best.HIGHEST) ? PairedMetric.Verdict.A_BETTER : PairedMetric.Verdict.B_BETTER;
    }
}
