package io.holdfast.training.profit;

import io.holdfast.training.data.RowWeights;
import io.holdfast.training.ranking.RowOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows from the highest probability down, with what each decision costs. */
public final class CostedRanking {
    private final int[] order;
    private final boolean[] left;
    private final double[] gains;
    private final double[] probabilities;
    // By place, of mean 1.
    private final double[] rowWeights;
    // By place, the weight up to and with it.
    private final double[] reached;
    // By block of equal probabilities, the place just after it.
    private final int[] ends;

    /**
     * Ranks rows given in any order.
     *
     * @param probabilities of leaving
     * @param positives whether the customer left, in the same order
     */
    public CostedRanking(double[] probabilities, boolean[] positives, DecisionCosts costs) {
        this(probabilities, positives, costs, RowWeights.EVEN);
    }

    /**
     * Ranks weighted rows given in any order.
     *
     * @param probabilities of leaving
     * @param positives whether the customer left, in the same order
     * @param weights how much each row counts; customers are then counted as if they weighed 1 on average
     */
    public CostedRanking(double[] probabilities, boolean[] positives, DecisionCosts costs, RowWeights weights) {
        // What ties is ordered by everything that counts, so that sums do not depend on the order of the rows.
        order = new RowOrder(positives.length)
                .by(weights::of)
                .by(costs::gain)
                .by(row -> positives[row] ? 0 : 1)
                .by(row -> -probabilities[row] + 0.0)
                .rows();
        rowWeights = weights.meanOne(order);
        reached = rowWeights.clone();
        for (int place = 1; place < reached.length; place++) {
            reached[place] += reached[place - 1];
        }
        left = new boolean[order.length];
        gains = new double[order.length];
        this.probabilities = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            left[place] = positives[order[place]];
            gains[place] = costs.gain(order[place]);
            this.probabilities[place] = probabilities[order[place]];
        }
        ends = IntStream.rangeClosed(1, order.length)
                .filter(end -> end == order.length || this.probabilities[end] != this.probabilities[end - 1])
                .toArray();
    }

    /** Rows. */
    public int size() {
        return order.length;
    }

    /** The row that stands at a place of the list, places from 0. */
    public int row(int place) {
        return order[place];
    }

    /** The lowest probability among the first so many; 1 where there are none. */
    public double threshold(double customers) {
        if (customers == 0) {
            return 1;
        }
        int place = Arrays.binarySearch(reached, customers);
        return probabilities[Math.min(place < 0 ? -place - 1 : place, reached.length - 1)];
    }

    /** The corner of every sweep that contacts all whose probability is a threshold or more. */
    public int corner(double threshold) {
        int corner = 0;
        while (corner < ends.length && probabilities[ends[corner] - 1] >= threshold) {
            corner++;
        }
        return corner;
    }

    /** Walks the list with every row drawn once. */
    public ProfitSweep sweep() {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        return sweep(once);
    }

    /**
     * Walks the list.
     *
     * @param counts how often the row at each place was drawn
     */
    public ProfitSweep sweep(int[] counts) {
        return sweep(counts, new double[ends.length + 1], new double[ends.length + 1], new double[ends.length + 1]);
    }

    /**
     * Walks the list again in the memory of an earlier walk, which then tells nothing any more.
     *
     * @param counts how often the row at each place was drawn
     */
    public ProfitSweep sweep(int[] counts, ProfitSweep earlier) {
        return earlier.reusedBy((contacted, leavers, profit) -> sweep(counts, contacted, leavers, profit));
    }

    private ProfitSweep sweep(int[] counts, double[] contacted, double[] leavers, double[] profit) {
        double perfect = 0;
        int place = 0;
        for (int corner = 1; corner <= ends.length; corner++) {
            contacted[corner] = contacted[corner - 1];
            leavers[corner] = leavers[corner - 1];
            profit[corner] = profit[corner - 1];
            for (; place < ends[corner - 1]; place++) {
                double weight = counts[place] * rowWeights[place];
                contacted[corner] += weight;
                leavers[corner] += left[place] ? weight : 0;
                profit[corner] += weight * gains[place];
                perfect += weight * Math.max(0, gains[place]);
            }
        }
        return new ProfitSweep(contacted, leavers, profit, perfect);
    }
}
