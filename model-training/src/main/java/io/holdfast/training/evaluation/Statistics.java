package io.holdfast.training.evaluation;

/**
 * All measures of ranked rows in one sweep up and one down, each row counted as often as its weight says, so that a bootstrap sample is
 * an array of counts. The area under the ROC curve is the Mann-Whitney statistic with ties counting half, in whole numbers; average
 * precision steps from one distinct probability to the next.
 */
final class Statistics {
    /** Shares of the list at which the captured leavers are counted. */
    private static final double[] SHARES = {.01, .02, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9, 1};

    private static final int TOP_DECILE = 3;

    private static final double LEAST = 0x1p-52;

    private final RankedRows rows;
    private final double[] logLoss;
    private final int[] blockEnds;
    private final int blocks;

    // Scratch of one sweep, by block of equal probabilities; it makes the object unfit for two threads.
    private final long[] blockRows;
    private final long[] blockPositives;

    Statistics(RankedRows rows) {
        this.rows = rows;
        logLoss = new double[rows.size()];
        blockEnds = new int[rows.size()];
        int count = 0;
        for (int start = 0; start < rows.size(); start = blockEnds[count - 1]) {
            double ofLeaver = logLoss(rows.probability(start), true);
            double ofStayer = logLoss(rows.probability(start), false);
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

    static double logLoss(double probability, boolean positive) {
        double said = Math.min(Math.max(probability, LEAST), 1 - LEAST);
        return -(positive ? StrictMath.log(said) : StrictMath.log1p(-said));
    }

    static int count() {
        return Statistic.values().length + SHARES.length;
    }

    static int shares() {
        return SHARES.length;
    }

    static double share(int index) {
        return SHARES[index];
    }

    /** Where the leavers captured at that share stand in the result. */
    static int captured(int index) {
        return Statistic.values().length + index;
    }

    static int topDecile() {
        return TOP_DECILE;
    }

    /** How many of so many customers that share is: rounded up, but for a rest that is rounding of the product. */
    static long customers(double share, long all) {
        return Math.max(1, (long) Math.ceil(share * all - 1e-9 * all));
    }

    /**
     * Computes all.
     *
     * @param weights how often each rank counts
     * @return by {@link Statistic}, then the captured shares; NaN where the rows have one class only
     */
    double[] of(int[] weights) {
        double[] result = new double[count()];
        double losses = 0;
        double squares = 0;
        double said = 0;
        long total = 0;
        long positives = 0;
        long concordantTwice = 0;
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
        double pairs = (double) positives * (total - positives);
        result[Statistic.ROC_AUC.place()] = pairs == 0 ? Double.NaN : concordantTwice / (2 * pairs);
        result[Statistic.LOG_LOSS.place()] = losses / total;
        result[Statistic.BRIER.place()] = squares / total;
        result[Statistic.CALIBRATION_GAP.place()] = (said - positives) / total;
        result[Statistic.ECE.place()] = calibrationError(total);
        descend(result, total, positives, pairs == 0);
        return result;
    }

    /** Bins of equally many rows by ascending probability, each closed by the block that fills it. */
    private double calibrationError(long total) {
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

    private void descend(double[] result, long total, long positives, boolean oneClass) {
        double precisions = 0;
        long above = 0;
        long positivesAbove = 0;
        int next = 0;
        for (int block = blocks - 1; block >= 0; block--) {
            long inBlock = blockRows[block];
            long positivesInBlock = blockPositives[block];
            for (; next < SHARES.length && customers(SHARES[next], total) <= above + inBlock; next++) {
                double part = (double) (customers(SHARES[next], total) - above) / inBlock;
                result[captured(next)] = oneClass ? Double.NaN : (positivesAbove + part * positivesInBlock) / positives;
            }
            above += inBlock;
            positivesAbove += positivesInBlock;
            if (positivesInBlock > 0) {
                precisions += (double) positivesInBlock * positivesAbove / above;
            }
        }
        result[Statistic.PR_AUC.place()] = oneClass ? Double.NaN : precisions / positives;
    }
}
