package io.holdfast.training.profit;

/**
 * What contacting the first of a list brings, at every cut where the probability changes. Corner 0 contacts nobody, the last everybody.
 * Profit is the cost of contacting nobody less that of the cut. Customers are counted by weight.
 */
public final class ProfitSweep {
    private final double[] contacted;
    private final double[] leavers;
    private final double[] profit;
    private final double perfect;

    ProfitSweep(double[] contacted, double[] leavers, double[] profit, double perfect) {
        this.contacted = contacted;
        this.leavers = leavers;
        this.profit = profit;
        this.perfect = perfect;
    }

    /** What walks in the memory of this sweep. */
    @FunctionalInterface
    interface Walk {
        ProfitSweep over(double[] contacted, double[] leavers, double[] profit);
    }

    ProfitSweep reusedBy(Walk walk) {
        return walk.over(contacted, leavers, profit);
    }

    /** How many cuts there are, nobody and everybody among them. */
    public int corners() {
        return profit.length;
    }

    /** Customers at or above the cut. */
    public double contacted(int corner) {
        return contacted[corner];
    }

    /** How many of them leave. */
    public double leavers(int corner) {
        return leavers[corner];
    }

    /** All customers. */
    public double customers() {
        return contacted[contacted.length - 1];
    }

    /** What contacting those at or above the cut brings. */
    public double profit(int corner) {
        return profit[corner];
    }

    /** What contacting everybody brings. */
    public double everybody() {
        return profit[profit.length - 1];
    }

    /** What contacting exactly those brings for whom it pays. */
    public double perfect() {
        return perfect;
    }

    /** The cut that brings most; of equal ones the first, which contacts fewest. */
    public int best() {
        int best = 0;
        for (int corner = 1; corner < profit.length; corner++) {
            if (profit[corner] > profit[best]) {
                best = corner;
            }
        }
        return best;
    }

    /** What contacting so many brings; those who tie at the cut count in proportion, as if drawn by lot. */
    public double profitOf(double customers) {
        return between(customers, profit);
    }

    /** How many of the first so many leave; those who tie at the cut count in proportion. */
    public double leaversOf(double customers) {
        return between(customers, leavers);
    }

    /** The expected maximum profit with the standard parameters. */
    public Empc empc() {
        return Empc.of(contacted, leavers);
    }

    /** The first corner that contacts so many, which may be a later one where rows before it count 0 times. */
    private int cornerOf(double customers) {
        int low = 1;
        int high = contacted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (contacted[middle] < customers) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double between(double customers, double[] reached) {
        // Where rows have weights, so many may be a little more than there are.
        double asked = Math.min(customers, customers());
        int corner = cornerOf(asked);
        double before = contacted[corner - 1];
        return reached[corner - 1]
                + (reached[corner] - reached[corner - 1]) * (asked - before) / (contacted[corner] - before);
    }
}
