package io.holdfast.training.additive.binning;

import io.holdfast.scoring.model.NumberCoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a number's values into bins: one a value where they are few, else bins of about equal mass that never part a tie. */
final class NumberBins {
    private NumberBins() {}

    /**
     * The coding of a column.
     *
     * @param values of the learning rows, NaN where missing
     * @param most how many bins there may be, the reserved ones apart
     */
    static NumberCoding of(double[] values, int most) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            return new NumberCoding(List.of(), 0, 0);
        }
        Arrays.sort(known);
        long distinct = 1;
        for (int i = 1; i < known.length; i++) {
            distinct += known[i] > known[i - 1] ? 1 : 0;
        }
        List<Double> cuts = distinct <= most ? everyValue(known) : equalMass(known, most);
        return new NumberCoding(cuts, known[0], known[known.length - 1]);
    }

    private static List<Double> everyValue(double[] sorted) {
        List<Double> cuts = new ArrayList<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > sorted[i - 1]) {
                cuts.add(between(sorted[i - 1], sorted[i]));
            }
        }
        return cuts;
    }

    /** A bin closes at the first new value once it holds its share of what is left. */
    private static List<Double> equalMass(double[] sorted, int most) {
        List<Double> cuts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < sorted.length && cuts.size() < most - 1; i++) {
            double share = (double) (sorted.length - start) / (most - cuts.size());
            if (sorted[i] > sorted[i - 1] && i - start >= share) {
                cuts.add(between(sorted[i - 1], sorted[i]));
                start = i;
            }
        }
        return cuts;
    }

    /** The middle, which neither overflows nor equals the lower value. */
    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle > lower && middle <= upper ? middle : upper;
    }
}
