package io.holdfast.scoring.dataset;

/**
 * Where the bands of risk begin, as percentiles of the scores of the training population.
 *
 * @param elevated where low ends, above 0
 * @param high where elevated ends
 * @param critical where high ends, below 100
 */
public record BandCuts(double elevated, double high, double critical) {
    private static final BandCuts STANDARD = new BandCuts(50, 80, 95);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the cuts do not ascend between 0 and 100
     */
    public BandCuts {
        if (!(elevated > 0 && elevated < high && high < critical && critical < 100)) {
            throw new IllegalArgumentException("bands: " + elevated + ", " + high + ", " + critical
                    + " (expected: elevated, high and critical ascending between 0 and 100)");
        }
    }

    /** 50, 80 and 95. */
    public static BandCuts standard() {
        return STANDARD;
    }
}
