package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.OptionalDouble;

/** The value of a measure, as far as these rows have one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measure.Estimated.class, name = "estimated"),
    @JsonSubTypes.Type(value = Measure.Point.class, name = "point"),
    @JsonSubTypes.Type(value = Measure.Undefined.class, name = "undefined")
})
public sealed interface Measure {
    /**
     * A value with its interval.
     *
     * @param value finite
     * @param interval where the truth may lie
     */
    @JsonPropertyOrder({"value", "interval"})
    record Estimated(double value, Interval interval) implements Measure {
        /** Checks the value. */
        public Estimated {
            requireFinite(value);
        }
    }

    /**
     * A value without an interval: known exactly, or of too few rows for an honest one.
     *
     * @param value finite
     */
    record Point(double value) implements Measure {
        /** Checks the value. */
        public Point {
            requireFinite(value);
        }
    }

    /**
     * No value.
     *
     * @param reason why, in a few words for people, e.g. {@code one class only} or {@code too few}
     */
    record Undefined(String reason) implements Measure {
        /** These rows are all of one class, which leaves nothing to rank. */
        static final Undefined ONE_CLASS = new Undefined("one class only");

        /** The rows are too few for a value worth telling. */
        public static final Undefined TOO_FEW = new Undefined("too few");
    }

    /** The value, where there is one. */
    default OptionalDouble known() {
        if (this instanceof Estimated estimated) {
            return OptionalDouble.of(estimated.value());
        }
        return this instanceof Point point ? OptionalDouble.of(point.value()) : OptionalDouble.empty();
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " (expected: finite)");
        }
    }
}
