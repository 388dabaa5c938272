package io.holdfast.simulation.behaviour;

/** How often something happened in each of the last eight months; at most 255 times a month. */
final class Recent {
    private static final int BITS = 8;
    private static final long MOST = 0xFF;

    private long packed;

    Recent() {}

    Recent(Recent other) {
        this.packed = other.packed;
    }

    void nextMonth() {
        packed <<= BITS;
    }

    void add() {
        if ((packed & MOST) < MOST) {
            packed++;
        }
    }

    /** Over the current month and those before it. */
    int sum(int months) {
        long rest = packed;
        int sum = 0;
        for (int month = 0; month < months; month++) {
            sum += (int) (rest & MOST);
            rest >>>= BITS;
        }
        return sum;
    }

    void clear() {
        packed = 0;
    }
}
