package io.holdfast.care.inference;

/**
 * How long somebody on one side of a lot was watched, and whether they were there to the end.
 *
 * @param cluster what the lot was drawn for; ends within one cluster may go together
 * @param probability with which this side was drawn, above 0, at most 1
 * @param days watched, 0 or more
 * @param ended whether an end, not the end of the watching, ended it
 */
public record FollowUp(String cluster, double probability, int days, boolean ended) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the probability is none, or the days are below 0
     */
    public FollowUp {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " (expected: above 0, at most 1)");
        }
        if (days < 0) {
            throw new IllegalArgumentException("days: " + days + " (expected: 0 or more)");
        }
    }

    double weight() {
        return 1 / probability;
    }
}
