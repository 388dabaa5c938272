package io.holdfast.serving.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plan decided for one customer.
 *
 * @param decisionId names it
 * @param customerId byte for byte, as it came
 * @param unit the line, policy or account; empty where the customer is the unit
 * @param household by which arms are drawn; empty if unknown
 * @param owner the employee or branch; empty if unknown
 * @param predictionId the score it rests on
 * @param arm side of the measurement
 * @param status {@code planned}, {@code withheld} or {@code none}
 * @param cause why there is no care
 * @param action code of the action
 * @param steps of the play in order; empty without one
 * @param assignedWith the probability with which this was chosen, 0 to 1
 * @param candidates everything that could have been chosen
 * @param explanation a JSON array
 * @param expiresAt from when on it is nobody's answer any more
 * @param campaignDraw whether the arm was drawn for one campaign, so that the customer does not stay on that side
 * @param tier of value, by its code
 * @param goal of the action, {@code retain} or {@code win-back}
 */
public record NewDecision(
        String decisionId,
        String customerId,
        String unit,
        String household,
        String owner,
        Optional<String> predictionId,
        String arm,
        String status,
        Optional<String> cause,
        Optional<String> action,
        List<DecisionStep> steps,
        double assignedWith,
        List<StoredCandidate> candidates,
        String explanation,
        Instant expiresAt,
        boolean campaignDraw,
        Optional<String> tier,
        Optional<String> goal) {
    /** The goal of an action for the lost. */
    public static final String WIN_BACK = "win-back";

    /** The goal of every other action. */
    public static final String RETAIN = "retain";

    /** The status of an action to carry out. */
    public static final String PLANNED = "planned";

    /** The status of a shadow. */
    public static final String WITHHELD = "withheld";

    /** The status without care. */
    public static final String NONE = "none";

    /** Keeps copies. */
    public NewDecision {
        steps = List.copyOf(steps);
        candidates = List.copyOf(candidates);
    }

    /** A decision whose arm is for good, of which no more is known. */
    public NewDecision(
            String decisionId,
            String customerId,
            String unit,
            String household,
            String owner,
            Optional<String> predictionId,
            String arm,
            String status,
            Optional<String> cause,
            Optional<String> action,
            List<DecisionStep> steps,
            double assignedWith,
            List<StoredCandidate> candidates,
            String explanation,
            Instant expiresAt) {
        this(
                decisionId,
                customerId,
                unit,
                household,
                owner,
                predictionId,
                arm,
                status,
                cause,
                action,
                steps,
                assignedWith,
                candidates,
                explanation,
                expiresAt,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
