package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The effect of one column, by bin of the model's coding (bin 0 missing, bin 1 rare). Of a column that has none, in the model as in every bag, all lists are
 * empty.
 *
 * @param name the column
 * @param effects log-odds above or below the average customer; of a straight line, its height in the middle of the bin
 * @param low lower ends of 95 % intervals of the effects; the effects themselves where the learner has no bags
 * @param high upper ends
 * @param sameSign share of the bags that give the effect the same sign, 0 to 1
 * @param deviations per bag, by bin: how far, in log-odds, the bag's own table lies above the mean of all bags' tables
 */
@JsonPropertyOrder({"name", "effects", "low", "high", "sameSign", "deviations"})
public record ColumnShape(
        String name,
        List<Double> effects,
        List<Double> low,
        List<Double> high,
        List<Double> sameSign,
        List<List<Double>> deviations) {
    /** Keeps copies of lists that all have one number for each bin, or none. */
    public ColumnShape {
        effects = List.copyOf(effects);
        low = sameLength("low", low, name, effects);
        high = sameLength("high", high, name, effects);
        sameSign = sameLength("sameSign", sameSign, name, effects);
        if (sameSign.stream().anyMatch(share -> share < 0 || share > 1)) {
            throw new IllegalArgumentException("sameSign of " + name + ": " + sameSign + " (expected: 0 to 1)");
        }
        List<List<Double>> copies = new ArrayList<>();
        for (List<Double> bag : deviations) {
            copies.add(sameLength("deviations", bag, name, effects));
        }
        deviations = List.copyOf(copies);
    }

    /** Of a column without any effect of its own. */
    public static ColumnShape flat(String name, int bags) {
        return new ColumnShape(
                name, List.of(), List.of(), List.of(), List.of(), Collections.nCopies(bags, List.<Double>of()));
    }

    /** This, or {@link #flat} where all that it says is that there is no effect. */
    public ColumnShape shortest() {
        boolean none = Stream.concat(Stream.of(effects, low, high), deviations.stream())
                        .flatMap(List::stream)
                        .allMatch(value -> value == 0)
                && sameSign.stream().allMatch(share -> share == 1);
        return none ? flat(name, deviations.size()) : this;
    }

    private static List<Double> sameLength(String what, List<Double> list, String name, List<Double> effects) {
        if (list.size() != effects.size()) {
            throw new IllegalArgumentException(what + " of " + name + ": " + list.size() + " numbers (expected: "
                    + effects.size() + ", one for each bin)");
        }
        return List.copyOf(list);
    }
}
