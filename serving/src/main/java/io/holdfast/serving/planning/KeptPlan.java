package io.holdfast.serving.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.PlanReceipt;
import java.util.List;

/**
 * A plan that a store has.
 *
 * @param plan the plan
 * @param decisions its decisions, in the order of the customers
 * @param record what was kept, with the same order of decisions
 * @param receipt what the store said
 */
public record KeptPlan(CarePlan plan, List<CareDecision> decisions, NewPlan record, PlanReceipt receipt) {
    /** Keeps a copy. */
    public KeptPlan {
        decisions = List.copyOf(decisions);
    }
}
