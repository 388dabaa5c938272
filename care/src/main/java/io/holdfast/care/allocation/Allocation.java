package io.holdfast.care.allocation;

/** Which alternative every group gets. */
public final class Allocation {
    /** No alternative. */
    public static final int NOTHING = -1;

    private final int[] choices;
    private final double total;
    private final double bound;
    private final double[] prices;

    Allocation(int[] choices, double total, double bound, double[] prices) {
        this.choices = choices;
        this.total = total;
        this.bound = bound;
        this.prices = prices;
    }

    /** The alternative of a group, counted from 0 within it; {@link #NOTHING} for none. */
    public int choice(int group) {
        return choices[group];
    }

    /** The sum of the gains. */
    public double total() {
        return total;
    }

    /** No choice within the limits has a larger total; equal to the total where the optimum is known. */
    public double bound() {
        return bound;
    }

    /** What one more unit of a limit would bring about, 0 or more; 0 where the limit does not bind. */
    public double price(int limit) {
        return prices[limit];
    }
}
