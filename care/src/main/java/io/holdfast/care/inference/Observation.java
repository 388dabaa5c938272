package io.holdfast.care.inference;

/**
 * One value on one side of a lot.
 *
 * @param cluster what the lot was drawn for; values of one cluster may go together
 * @param assigned the side
 * @param probability with which this side was drawn for it, above 0, at most 1
 * @param value 0 or 1 for rates
 */
public record Observation(String cluster, boolean assigned, double probability, double value) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the probability is none, or the value not finite
     */
    public Observation {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " (expected: above 0, at most 1)");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " (expected: a finite number)");
        }
    }

    double weight() {
        return 1 / probability;
    }

    /** The probability of the other side: with it values of both sides stand for those whose lot could well have fallen either way (Li, Morgan and Zaslavsky, JASA 113, 2018). */
    double overlap() {
        return 1 - probability;
    }
}
