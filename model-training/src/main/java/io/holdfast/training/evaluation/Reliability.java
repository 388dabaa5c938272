package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** Cuts ranked rows into bins and compares what was said with what happened. */
final class Reliability {
    private Reliability() {}

    static ReliabilityCurve of(RankedRows rows) {
        List<ReliabilityCurve.Bin> bins = new ArrayList<>();
        double expected = 0;
        int total = rows.size();
        int start = 0;
        long closed = 0;
        double said = 0;
        double variance = 0;
        long positives = 0;
        for (int rank = 0; rank < total; rank++) {
            double probability = rows.probability(rank);
            said += probability;
            variance += probability * (1 - probability);
            positives += rows.positive(rank) ? 1 : 0;
            long filled = (long) ReliabilityCurve.BINS * (rank + 1);
            boolean tied = rank + 1 < total && rows.probability(rank + 1) == probability;
            if (!tied && filled >= (closed + 1) * total) {
                int size = rank + 1 - start;
                bins.add(new ReliabilityCurve.Bin(
                        size, positives, said / size, (double) positives / size, rate(size, positives)));
                // Mean of the absolute value of a normal variable: the sum of many outcomes is nearly one.
                expected += StrictMath.sqrt(2 * variance / StrictMath.PI);
                closed = filled / total;
                start = rank + 1;
                said = 0;
                variance = 0;
                positives = 0;
            }
        }
        return new ReliabilityCurve(bins, expected / total);
    }

    /** The Wilson score interval (1927) of a rate. */
    static Interval rate(int rows, long positives) {
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(rows, (int) positives, Interval.LEVEL);
        double low = positives == 0 ? 0 : Math.max(0, wilson.getLowerBound());
        double high = positives == rows ? 1 : Math.min(1, wilson.getUpperBound());
        return new Interval(low, high);
    }
}
