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
 * @param campaignShare the probability with which the lot that the campaign draws by itself holds the customer out, 0 to 1; 0 for who is held out for good
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
        double campaignShare,
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

    /** Whether the arm was drawn for one campaign, so that the customer does not stay on that side. */
    public boolean campaignDraw() {
        return campaignShare > 0 && arm.equals(HoldOutMember.HELD_OUT);
    }

    /**
     * A decision to be told the rest of: chosen for sure from no candidates, without care, steps or score, its arm for good.
     *
     * @param decisionId names it
     * @param customerId byte for byte, as it came
     * @param arm side of the measurement
     * @param status {@code planned}, {@code withheld} or {@code none}
     * @param expiresAt from when on it is nobody's answer any more
     */
    public static Builder of(String decisionId, String customerId, String arm, String status, Instant expiresAt) {
        return new Builder(decisionId, customerId, arm, status, expiresAt);
    }

    /** Says what else there is to a decision. */
    public static final class Builder {
        private final String decisionId;
        private final String customerId;
        private final String arm;
        private final String status;
        private final Instant expiresAt;
        private String unit = "";
        private String household = "";
        private String owner = "";
        private Optional<String> predictionId = Optional.empty();
        private Optional<String> cause = Optional.empty();
        private Optional<String> action = Optional.empty();
        private List<DecisionStep> steps = List.of();
        private double assignedWith = 1;
        private List<StoredCandidate> candidates = List.of();
        private String explanation = "[]";
        private double campaignShare;
        private Optional<String> tier = Optional.empty();
        private Optional<String> goal = Optional.empty();

        private Builder(String decisionId, String customerId, String arm, String status, Instant expiresAt) {
            this.decisionId = decisionId;
            this.customerId = customerId;
            this.arm = arm;
            this.status = status;
            this.expiresAt = expiresAt;
        }

        /** Sets the line, policy or account. */
        public Builder unit(String code) {
            this.unit = code;
            return this;
        }

        /** Sets the household by which arms are drawn. */
        public Builder household(String code) {
            this.household = code;
            return this;
        }

        /** Sets the employee or branch. */
        public Builder owner(String name) {
            this.owner = name;
            return this;
        }

        /** Sets the score it rests on. */
        public Builder prediction(Optional<String> id) {
            this.predictionId = id;
            return this;
        }

        /** Sets why there is no care. */
        public Builder cause(Optional<String> code) {
            this.cause = code;
            return this;
        }

        /** Sets the action and its steps in order. */
        public Builder action(Optional<String> code, List<DecisionStep> inOrder) {
            this.action = code;
            this.steps = inOrder;
            return this;
        }

        /**
         * Sets everything that could have been chosen.
         *
         * @param chosenWith the probability with which this was, 0 to 1
         */
        public Builder candidates(List<StoredCandidate> all, double chosenWith) {
            this.candidates = all;
            this.assignedWith = chosenWith;
            return this;
        }

        /** Sets the explanation, a JSON array. */
        public Builder explanation(String json) {
            this.explanation = json;
            return this;
        }

        /** Sets the probability with which the campaign's own lot holds the customer out, 0 to 1; 0 for who is held out for good. */
        public Builder campaignShare(double share) {
            this.campaignShare = share;
            return this;
        }

        /** Sets the tier of value, by its code. */
        public Builder tier(Optional<String> code) {
            this.tier = code;
            return this;
        }

        /** Sets the goal of the action, {@link #RETAIN} or {@link #WIN_BACK}. */
        public Builder goal(Optional<String> code) {
            this.goal = code;
            return this;
        }

        /** The decision. */
        public NewDecision build() {
            return new NewDecision(
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
                    campaignShare,
                    tier,
                    goal);
        }
    }
}
