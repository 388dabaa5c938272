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
        int last = rows.size() - 1;
        double total = rows.weightOfAll();
        int start = 0;
        double closed = 0;
        double seen = 0;
        double said = 0;
        double variance = 0;
        double inBin = 0;
        double squares = 0;
        double leaving = 0;
        long positives = 0;
        for (int rank = 0; rank <= last; rank++) {
            double probability = rows.probability(rank);
            double weight = rows.weight(rank);
            seen += weight;
            inBin += weight;
            squares += weight * weight;
            said += weight * probability;
            variance += weight * weight * probability * (1 - probability);
            leaving += rows.positive(rank) ? weight : 0;
            positives += rows.positive(rank) ? 1 : 0;
            boolean tied = rank < last && rows.probability(rank + 1) == probability;
            if (!tied && (rank == last || ReliabilityCurve.BINS * seen >= (closed + 1) * total)) {
                int size = rank + 1 - start;
                Interval interval = rows.weighted()
                        ? Wilson.of(positives == size ? 1 : leaving / inBin, inBin * inBin / squares)
                        : rate(size, positives);
                bins.add(new ReliabilityCurve.Bin(size, positives, said / inBin, leaving / inBin, interval));
                // Mean of the absolute value of a normal variable: the sum of many outcomes is nearly one.
                expected += StrictMath.sqrt(2 * variance / StrictMath.PI);
                closed = Math.floor(ReliabilityCurve.BINS * seen / total);
                start = rank + 1;
                said = 0;
                variance = 0;
                inBin = 0;
                squares = 0;
                leaving = 0;
                positives = 0;
            }
        }
        return new ReliabilityCurve(bins, expected / total);
    }

    /** The interval of the share of leavers. */
    static Interval baseRate(RankedRows rows) {
        return rows.weighted()
                ? Wilson.of(rows.oneClass() && rows.positiveCount() > 0 ? 1 : rows.baseRate(), rows.effective())
                : rate(rows.size(), rows.positiveCount());
    }

    /** The Wilson score interval (1927) of a rate. */
    static Interval rate(int rows, long positives) {
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(rows, (int) positives, Interval.LEVEL);
        double low = positives == 0 ? 0 : Math.max(0, wilson.getLowerBound());
        double high = positives == rows ? 1 : Math.min(1, wilson.getUpperBound());
        return new Interval(low, high);
    }
}
