package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Every metric of one model on one set of rows.
 *
 * @param measures by metric, in their order; without those that a document of an older release does not hold
 */
public record Metrics(@JsonValue Map<Metric, Measure> measures) {
    private static final Measure NOT_MEASURED = new Measure.Undefined("not measured");

    /** Keeps a copy. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Metrics {
        Map<Metric, Measure> copy = new EnumMap<>(Metric.class);
        copy.putAll(measures);
        measures = Collections.unmodifiableMap(copy);
    }

    static Metrics each(Function<Metric, Measure> measure) {
        Map<Metric, Measure> measures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            measures.put(metric, measure.apply(metric));
        }
        return new Metrics(measures);
    }

    /** One of them. */
    public Measure measure(Metric metric) {
        return measures.getOrDefault(metric, NOT_MEASURED);
    }
}
