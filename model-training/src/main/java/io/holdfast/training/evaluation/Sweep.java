package io.holdfast.training.evaluation;

import java.util.Arrays;

/**
 * One pass up and one down ranked rows, each row counted by its weight and as often as it was drawn, so that a bootstrap sample is an array
 * of counts; and the metrics that follow from it. The area under the ROC curve is the Mann-Whitney statistic with ties counting half, exact
 * where weights are whole numbers; average precision steps from one distinct probability to the next.
 */
final class Sweep {
    private final RankedRows rows;
    private final double[] logLoss;
    private final int[] blockEnds;
    private final int blocks;

    // What the latest pass found, which makes the object unfit for two threads: by block of equal probabilities, then
    // over all rows.
    private final double[] blockRows;
    private final double[] blockPositives;
    private final double[] captured = new double[Shares.count()];
    private double total;
    private double positives;
    private double negatives;
    private double concordantTwice;
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
        blockRows = new double[blocks];
        blockPositives = new double[blocks];
    }

    private Sweep(Sweep other) {
        rows = other.rows;
        logLoss = other.logLoss;
        blockEnds = other.blockEnds;
        blocks = other.blocks;
        blockRows = new double[blocks];
        blockPositives = new double[blocks];
    }

    /** The same for another thread. */
    Sweep another() {
        return new Sweep(this);
    }

    RankedRows rows() {
        return rows;
    }

    /**
     * Sweeps the rows.
     *
     * @param counts how often each rank was drawn; its own weight comes on top
     */
    Statistics over(int[] counts) {
        ascend(counts);
        descend();
        return Statistics.of(this);
    }

    /** Sweeps the rows, each drawn once. */
    Statistics once() {
        int[] counts = new int[rows.size()];
        Arrays.fill(counts, 1);
        return over(counts);
    }

    private void ascend(int[] counts) {
        total = 0;
        positives = 0;
        negatives = 0;
        concordantTwice = 0;
        losses = 0;
        squares = 0;
        said = 0;
        boolean weighted = rows.weighted();
        int rank = 0;
        for (int block = 0; block < blocks; block++) {
            double positivesInBlock = 0;
            double negativesInBlock = 0;
            double probability = rows.probability(rank);
            for (; rank < blockEnds[block]; rank++) {
                double weight = weighted ? counts[rank] * rows.weight(rank) : counts[rank];
                positivesInBlock += rows.positive(rank) ? weight : 0;
                negativesInBlock += rows.positive(rank) ? 0 : weight;
                losses += weight * logLoss[rank];
            }
            double inBlock = positivesInBlock + negativesInBlock;
            squares += positivesInBlock * (1 - probability) * (1 - probability)
                    + negativesInBlock * probability * probability;
            said += inBlock * probability;
            concordantTwice += positivesInBlock * (2 * negatives + negativesInBlock);
            total += inBlock;
            positives += positivesInBlock;
            negatives += negativesInBlock;
            blockRows[block] = inBlock;
            blockPositives[block] = positivesInBlock;
        }
    }

    private void descend() {
        precisions = 0;
        double above = 0;
        double positivesAbove = 0;
        int next = 0;
        for (int block = blocks - 1; block >= 0; block--) {
            double inBlock = blockRows[block];
            double positivesInBlock = blockPositives[block];
            // The last block closes what is left: sums of weights from either end differ by their rounding.
            for (; next < captured.length && (block == 0 || top(next) <= above + inBlock); next++) {
                double part = inBlock > 0 ? Math.min(1, (top(next) - above) / inBlock) : 0;
                captured[next] = Math.min(1, (positivesAbove + part * positivesInBlock) / positives);
            }
            above += inBlock;
            positivesAbove += positivesInBlock;
            if (positivesInBlock > 0) {
                precisions += positivesInBlock * positivesAbove / above;
            }
        }
    }

    private double top(int share) {
        return rows.top(Shares.at(share), total);
    }

    boolean oneClass() {
        return positives == 0 || negatives == 0;
    }

    double rocAuc() {
        return concordantTwice / (2 * (positives * negatives));
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

    /** Bins of equally many rows, or of equal weight, by ascending probability, each closed by the block that fills it. */
    double calibrationError() {
        double error = 0;
        double gap = 0;
        double closed = 0;
        double seen = 0;
        int rank = 0;
        for (int block = 0; block < blocks; block++) {
            gap += blockRows[block] * rows.probability(rank) - blockPositives[block];
            seen += blockRows[block];
            rank = blockEnds[block];
            if (block == blocks - 1 || ReliabilityCurve.BINS * seen >= (closed + 1) * total) {
                error += Math.abs(gap);
                gap = 0;
                closed = Math.floor(ReliabilityCurve.BINS * seen / total);
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
        return captured(share) * (total / top(share));
    }
}
