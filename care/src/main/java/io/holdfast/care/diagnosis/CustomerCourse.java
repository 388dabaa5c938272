package io.holdfast.care.diagnosis;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about a customer, and what became of them.
 *
 * @param customer whom
 * @param decisions the oldest first
 * @param outcomes in any order, of those of one moment the last told last
 * @param heldOut whether the customer is held out for good
 * @param refuses whether the customer refused all contact about care
 */
public record CustomerCourse(
        String customer, List<Decided> decisions, List<Told> outcomes, boolean heldOut, boolean refuses) {
    /** Keeps copies. */
    public CustomerCourse {
        decisions = List.copyOf(decisions);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A decision with the score that it rests on.
     *
     * @param at when
     * @param unit the line, policy or account; empty where it is about the customer
     * @param winBack whether it is about somebody who has left
     * @param refuses whether the customer wanted no contact
     * @param probability of leaving; 0 without a score
     * @param band of the risk, by its code; empty without a score
     * @param raising reasons that raise the risk and are settled, the leading one first
     * @param answer what care there was
     * @param action chosen; empty without one
     * @param team that is to carry it out; empty without one
     * @param tier by its code; empty if unknown
     * @param owner the employee or branch; empty if unknown
     */
    public record Decided(
            Instant at,
            String unit,
            boolean winBack,
            boolean refuses,
            double probability,
            String band,
            List<Raising> raising,
            Answer answer,
            String action,
            String team,
            String tier,
            String owner) {
        /** Keeps a copy. */
        public Decided {
            raising = List.copyOf(raising);
        }
    }

    /**
     * A reason that raises the risk.
     *
     * @param code of the reason
     * @param impact in log-odds, above 0
     * @param share of all that raises the risk, 0 to 1
     */
    public record Raising(String code, double impact, double share) {}

    /**
     * An outcome that was reported.
     *
     * @param kind what
     * @param at when it happened
     * @param unit the line, policy or account; empty where it is about the customer
     * @param leave with {@link OutcomeKind#LEFT} only
     * @param reason with stated and confirmed reasons only
     * @param amount with amounts only, else 0
     */
    public record Told(
            OutcomeKind kind,
            Instant at,
            String unit,
            Optional<LeaveType> leave,
            Optional<String> reason,
            double amount) {}
}
