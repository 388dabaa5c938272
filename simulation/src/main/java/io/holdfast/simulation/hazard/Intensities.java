package io.holdfast.simulation.hazard;

import java.util.Optional;

/**
 * How strongly each cause pulls in one month: expected leaves a month, were it the only cause and could one leave again and again. With
 * intensities that sum to t, the probability of leaving within the month is 1 - exp(-t), and cause c is behind it with share
 * {@code of(c) / t}. Immutable.
 */
public final class Intensities {
    private final double[] byCause;

    private Intensities(double[] byCause) {
        this.byCause = byCause;
    }

    /**
     * Intensities by {@link Cause#index}.
     *
     * @param byCause one for each cause, finite, 0 or more; copied
     */
    public static Intensities of(double[] byCause) {
        if (byCause.length != Cause.all().size()) {
            throw new IllegalArgumentException("byCause: " + byCause.length + " values (expected: "
                    + Cause.all().size() + ")");
        }
        for (double value : byCause) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("byCause: " + value + " (expected: finite, 0 or more)");
            }
        }
        return new Intensities(byCause.clone());
    }

    /** The intensity of one cause, a month. */
    public double of(Cause cause) {
        return byCause[cause.index()];
    }

    /** The sum over all causes. */
    public double total() {
        double sum = 0;
        for (double value : byCause) {
            sum += value;
        }
        return sum;
    }

    /** The probability of leaving within the month, whatever the cause. */
    public double leaving() {
        return probability(total());
    }

    /** The probability of leaving within the month by one's own will, were there no other way to leave. */
    public double leavingVoluntarily() {
        double sum = 0;
        for (Cause cause : Cause.voluntary()) {
            sum += of(cause);
        }
        return probability(sum);
    }

    /** The strongest of the voluntary causes; the first of equals, none when all are 0. */
    public Optional<Cause> leading() {
        Optional<Cause> leading = Optional.empty();
        double most = 0;
        for (Cause cause : Cause.voluntary()) {
            if (of(cause) > most) {
                most = of(cause);
                leading = Optional.of(cause);
            }
        }
        return leading;
    }

    private static double probability(double intensity) {
        return -StrictMath.expm1(-intensity);
    }
}
