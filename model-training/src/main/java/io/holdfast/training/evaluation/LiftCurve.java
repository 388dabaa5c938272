package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How many leavers are found by contacting the customers who score highest.
 *
 * @param points by ascending share
 */
public record LiftCurve(List<Point> points) {
    /** Keeps a copy. */
    public LiftCurve {
        points = List.copyOf(points);
    }

    /**
     * One share of the list. Where rows tie at its end, they count in proportion, as if drawn by lot.
     *
     * @param share of the customers contacted, above 0 and up to 1
     * @param customers contacted: share times rows, rounded up
     * @param lift observed rate among them over that of all
     * @param captured share of all leavers that is among them
     */
    @JsonPropertyOrder({"share", "customers", "lift", "captured"})
    public record Point(double share, long customers, Measure lift, Measure captured) {}
}
