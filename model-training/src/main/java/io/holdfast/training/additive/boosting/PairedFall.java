package io.holdfast.training.additive.boosting;

/** How surely some scores are better than others of the same rows. */
public final class PairedFall {
    private static final double LEAST_SQUARES = 1e-12;

    private PairedFall() {}

    /**
     * Mean fall of the loss over its standard error, paired by row; above 0 where the second scores are better.
     *
     * @param before one score a row of the objective
     * @param after the same
     */
    public static double z(Objective objective, double[] before, double[] after) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < before.length; row++) {
            double fall = objective.loss(objective.state(before[row]), row)
                    - objective.loss(objective.state(after[row]), row);
            sum += fall;
            squares += fall * fall;
        }
        return sum / StrictMath.sqrt(Math.max(LEAST_SQUARES, squares - sum * sum / before.length));
    }
}
