package io.holdfast.training.evaluation;

import java.util.Arrays;

/**
 * One pass up and one down ranked rows, each row counted as often as its weight says, so that a bootstrap sample is an array of counts;
 * and the metrics that follow from it. The area under the ROC curve is the Mann-Whitney statistic with ties counting half, in whole
 * numbers; average precision steps from one distinct probability to the next.
 */
final class Sweep {
    private final RankedRows rows;
    private final double[] logLoss;
    private final int[] blockEnds;
    private final int blocks;

    // What the latest pass found, which makes the object unfit for two threads: by block of equal probabilities, then
    // over all rows.
    private final long[] blockRows;
    private final long[] blockPositives;
    private final double[] captured = new double[Shares.count()];
    private long total;
    private long positives;
    private long concordantTwice;
    private double losses;
    private double squares;
    private double said;
    private double precisions;

    Sweep(RankedRows rows) {
        this.rows = rows;
        logLoss = new double[rows.size()];
        blockEnds = new int[rows.size()];
        int count = 0;
        for (int start = 0; start < rows.size(); start = blockEnds[count - 1]) {
            double ofLeaver = LogLoss.of(rows.probability(start), true);
            double ofStayer = LogLoss.of(rows.probability(start), false);
            blockEnds[count] = rows.tieEnd(start);
            for (int rank = start; rank < blockEnds[count]; rank++) {
                logLoss[rank] = rows.positive(rank) ? ofLeaver : ofStayer;
            }
            count++;
        }
        blocks = count;
        blockRows = new long[blocks];
        blockPositives = new long[blocks];
    }

    /**
     * Sweeps the rows.
     *
     * @param weights how often each rank counts
     */
    Statistics over(int[] weights) {
        ascend(weights);
        descend();
        return Statistics.of(this);
    }

    /** Sweeps the rows, each counted once. */
    Statistics once() {
        int[] weights = new int[rows.size()];
        Arrays.fill(weights, 1);
        return over(weights);
    }

    private void ascend(int[] weights) {
        total = 0;
        positives = 0;
        concordantTwice = 0;
        losses = 0;
        squares = 0;
        said = 0;
        int rank = 0;
        for (int block = 0; block < blocks; block++) {
            long inBlock = 0;
            long positivesInBlock = 0;
            double probability = rows.probability(rank);
            for (; rank < blockEnds[block]; rank++) {
                int weight = weights[rank];
                inBlock += weight;
                positivesInBlock += rows.positive(rank) ? weight : 0;
                losses += weight * logLoss[rank];
            }
            long negatives = inBlock - positivesInBlock;
            squares += positivesInBlock * (1 - probability) * (1 - probability) + negatives * probability * probability;
            said += inBlock * probability;
            concordantTwice += positivesInBlock * (2 * (total - positives) + negatives);
            total += inBlock;
            positives += positivesInBlock;
            blockRows[block] = inBlock;
            blockPositives[block] = positivesInBlock;
        }
    }

    private void descend() {
        precisions = 0;
        long above = 0;
        long positivesAbove = 0;
        int next = 0;
        for (int block = blocks - 1; block >= 0; block--) {
            long inBlock = blockRows[block];
            long positivesInBlock = blockPositives[block];
            for (; next < captured.length && Shares.customers(Shares.at(next), total) <= above + inBlock; next++) {
                double part = (double) (Shares.customers(Shares.at(next), total) - above) / inBlock;
                captured[next] = (positivesAbove + part * positivesInBlock) / positives;
            }
            above += inBlock;
            positivesAbove += positivesInBlock;
            if (positivesInBlock > 0) {
                precisions += (double) positivesInBlock * positivesAbove / above;
            }
        }
    }

    boolean oneClass() {
        return positives == 0 || positives == total;
    }

    double rocAuc() {
        double pairs = (double) positives * (total - positives);
        return concordantTwice / (2 * pairs);
    }

    double averagePrecision() {
        return precisions / positives;
    }

    double logLoss() {
        return losses / total;
    }

    double brier() {
        return squares / total;
    }

    double calibrationGap() {
        return (said - positives) / total;
    }

    /** Bins of equally many rows by ascending probability, each closed by the block that fills it. */
    double calibrationError() {
        double error = 0;
        double gap = 0;
        long closed = 0;
        long seen = 0;
        int rank = 0;
        for (int block = 0; block < blocks; block++) {
            gap += blockRows[block] * rows.probability(rank) - blockPositives[block];
            seen += blockRows[block];
            rank = blockEnds[block];
            if (ReliabilityCurve.BINS * seen >= (closed + 1) * total) {
                error += Math.abs(gap);
                gap = 0;
                closed = ReliabilityCurve.BINS * seen / total;
            }
        }
        return error / total;
    }

    /** The part of all leavers that stands in the first share of the list; NaN where the rows are of one class. */
    double captured(int share) {
        return oneClass() ? Double.NaN : captured[share];
    }

    /** The rate of leavers in the first share of the list, over that of all. */
    double lift(int share) {
        double customers = Shares.customers(Shares.at(share), total);
        return captured(share) * (total / customers);
    }
}
