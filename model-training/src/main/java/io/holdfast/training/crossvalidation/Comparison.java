package io.holdfast.training.crossvalidation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.Metrics;
import io.holdfast.training.split.Folds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learners beside each other, all on the same folds.
 *
 * @param folds trainings of each, repeats times folds
 * @param learners the first is the one that the others are compared with
 */
@JsonPropertyOrder({"folds", "learners"})
public record Comparison(int folds, List<Learner> learners) {
    /** Copies the list. */
    public Comparison {
        learners = List.copyOf(learners);
    }

    /**
     * One learner.
     *
     * @param name of it
     * @param seconds that one training took on average
     * @param means every metric's mean over the folds
     * @param differences every metric less that of the first learner, paired by fold; of one that is best at 0, of absolute values
     */
    @JsonPropertyOrder({"name", "seconds", "means", "differences"})
    public record Learner(String name, double seconds, Map<Metric, FoldMean> means, Map<Metric, FoldMean> differences) {
        /** Copies the maps. */
        public Learner {
            means = new EnumMap<>(means);
            differences = new EnumMap<>(differences);
        }

        /** The mean of a metric over the folds. */
        public FoldMean mean(Metric metric) {
            return requireNonNull(means.get(metric), metric.key());
        }

        /** A metric less that of the first learner, paired by fold. */
        public FoldMean difference(Metric metric) {
            return requireNonNull(differences.get(metric), metric.key());
        }
    }

    /**
     * Compares what learners said.
     *
     * @param said the first is the one that the others are compared with
     */
    public static Comparison of(TrainingTable table, Folds folds, List<OutOfFold> said) {
        List<Metrics> first = said.get(0).metrics(table, folds);
        double testToTraining = 1 / (meanCount(folds) - 1);
        List<Learner> learners = new ArrayList<>();
        for (OutOfFold one : said) {
            List<Metrics> found = one.metrics(table, folds);
            Map<Metric, FoldMean> means = new EnumMap<>(Metric.class);
            Map<Metric, FoldMean> differences = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                means.put(
                        metric,
                        FoldMean.of(
                                figures(found.size(), fold -> value(found, fold, metric)),
                                testToTraining,
                                metric.range()));
                differences.put(
                        metric,
                        FoldMean.ofDifferences(
                                figures(
                                        found.size(),
                                        fold -> metric.less(value(found, fold, metric), value(first, fold, metric))),
                                testToTraining,
                                metric.range()));
            }
            learners.add(new Learner(one.learner(), one.seconds() / found.size(), means, differences));
        }
        return new Comparison(first.size(), learners);
    }

    private static double meanCount(Folds folds) {
        int repeats = folds.repeats().size();
        return IntStream.range(0, repeats).map(folds::count).sum() / (double) repeats;
    }

    private static double[] figures(int folds, IntToDoubleFunction figure) {
        return IntStream.range(0, folds).mapToDouble(figure).toArray();
    }

    private static double value(List<Metrics> folds, int fold, Metric metric) {
        return folds.get(fold).measure(metric).known().orElseThrow();
    }
}
