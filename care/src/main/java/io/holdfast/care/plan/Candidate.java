package io.holdfast.care.plan;

/**
 * A play that could have been chosen, or doing nothing.
 *
 * @param action the play's code; {@value #NOTHING} for doing nothing
 * @param gain expected net margin against doing nothing
 * @param cost expected spending
 * @param evidence how well its effect is known
 * @param assignmentProbability probability, before the lot is drawn, that the customer gets it under this plan; over all candidates they sum to 1
 */
public record Candidate(
        String action, GainEstimate gain, double cost, Evidence evidence, double assignmentProbability) {
    /** The action code of doing nothing. */
    public static final String NOTHING = "nothing";
}
