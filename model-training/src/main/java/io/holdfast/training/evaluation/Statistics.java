package io.holdfast.training.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one sweep finds. Of rows of one class, whatever compares the classes is NaN.
 *
 * @param values of every metric
 * @param captured share of all leavers that is in each of {@link Shares}
 * @param lift rate of leavers in each of them, over that of all
 */
record Statistics(Map<Metric, Double> values, List<Double> captured, List<Double> lift) {
    static Statistics of(Sweep sweep) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(metric, metric.value(sweep));
        }
        return new Statistics(
                values,
                IntStream.range(0, Shares.count()).mapToObj(sweep::captured).toList(),
                IntStream.range(0, Shares.count()).mapToObj(sweep::lift).toList());
    }

    double value(Metric metric) {
        return values.getOrDefault(metric, Double.NaN);
    }
}
