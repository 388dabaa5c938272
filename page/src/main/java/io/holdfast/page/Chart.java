package io.holdfast.page;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a picture shows, as the page's script reads it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.Curves.class, name = "curves"),
    @JsonSubTypes.Type(value = Chart.Calibration.class, name = "calibration"),
    @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Chart.Numbers.class, name = "numbers"),
    @JsonSubTypes.Type(value = Chart.Levels.class, name = "levels"),
    @JsonSubTypes.Type(value = Chart.Pair.class, name = "pair"),
    @JsonSubTypes.Type(value = Chart.Forest.class, name = "forest"),
    @JsonSubTypes.Type(value = Chart.Steps.class, name = "steps")
})
public sealed interface Chart {
    /**
     * Lines over two axes, the one across in percent.
     *
     * @param percent whether the one up is, too
     * @param remark stands in the picture; may be empty
     * @param band x, low and high each, ascending; may be empty
     */
    record Curves(Both x, Both y, boolean percent, Both remark, List<List<Double>> band, List<Line> lines)
            implements Chart {
        /** Lines without a band and a remark. */
        public Curves(Both x, Both y, boolean percent, List<Line> lines) {
            this(x, y, percent, Both.nothing(), List.of(), lines);
        }
    }

    /**
     * A line.
     *
     * @param style {@code model} or {@code base}
     * @param points x and y each
     */
    record Line(Both name, String style, List<List<Double>> points) {}

    /** What was said beside what happened; points hold said, happened, low, high, rows. */
    record Calibration(List<List<Double>> points) implements Chart {}

    /** Named lengths, longest first. */
    record Bars(Both unit, List<Bar> bars) implements Chart {}

    /** One of them. */
    record Bar(Both name, double length) {}

    /**
     * A number's effect.
     *
     * @param unit of the number; may be empty
     * @param edges of the bins, one more than there are effects
     */
    record Numbers(
            Both unit,
            boolean band,
            List<Double> edges,
            List<Double> effects,
            List<Double> low,
            List<Double> high,
            List<Double> rows)
            implements Chart {}

    /** The effects of levels, in the order in which they are shown. */
    record Levels(boolean band, List<Level> levels) implements Chart {}

    /** One level with the share of the rows that have it. */
    record Level(Both name, double effect, double low, double high, double share) {}

    /** A table over two columns; one list of values for each entry of {@code down}. */
    record Pair(Both acrossName, Both downName, List<Both> across, List<Both> down, List<List<Double>> values)
            implements Chart {}

    /**
     * Differences with their intervals, one under another, and a line at 0.
     *
     * @param unit of the axis
     */
    record Forest(Both unit, List<Difference> differences) implements Chart {}

    /**
     * One of them.
     *
     * @param interval both ends of the narrow one; empty where there is none
     * @param widest both ends of the wide one; empty where there is none
     * @param style {@code good}, {@code bad} or {@code open}
     */
    record Difference(Both name, double point, List<Double> interval, List<Double> widest, String style) {}

    /** Shares that fall in steps over days, each with its band; the axis up begins where the lowest band does. */
    record Steps(Both x, Both y, List<Stair> stairs) implements Chart {}

    /**
     * One of them.
     *
     * @param style {@code model} or {@code base}
     * @param points day, share, low and high each, ascending
     */
    record Stair(Both name, String style, List<List<Double>> points) {}
}
