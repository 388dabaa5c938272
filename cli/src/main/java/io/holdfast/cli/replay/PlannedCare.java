package io.holdfast.cli.replay;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Arm;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans as the product makes them, by what is believed of effects. */
final class PlannedCare implements MonthlyCare {
    private final Playbook playbook;
    private final Budget budget;
    private final Beliefs beliefs;
    private final boolean holdingOut;
    private double atRisk;

    /** Where beliefs in effects come from. */
    interface Beliefs {
        /** As a month begins. */
        ActionEffects now(ReplayWorld world, List<SeenCustomer> customers);

        /** A decision with a play. */
        default void decided(CarePlan plan, CareDecision decision, SeenCustomer customer) {}
    }

    /** @param holdingOut whether shadows stay shadows */
    PlannedCare(ReplaySettings settings, Beliefs beliefs, boolean holdingOut) {
        this.playbook = settings.playbook();
        this.budget = settings.budget();
        this.beliefs = beliefs;
        this.holdingOut = holdingOut;
    }

    @Override
    public Map<Integer, String> choose(ReplayWorld world, List<SeenCustomer> customers) {
        CarePlan plan = new Planner(playbook, beliefs.now(world, customers), ReasonCatalogue.standard())
                .plan(customers.stream().map(SeenCustomer::customer).toList(), budget, PlanSettings.of(world.day()));
        atRisk += plan.summary().price().atRisk();
        Map<Integer, String> care = new TreeMap<>();
        for (int i = 0; i < customers.size(); i++) {
            if (plan.hasPlay(i)) {
                CareDecision decision = plan.decisions().get(i);
                int unit = customers.get(i).unit();
                String action = decision.play().orElseThrow().action();
                world.contacted(unit, action);
                beliefs.decided(plan, decision, customers.get(i));
                if (!holdingOut || decision.arm() != Arm.HELD_OUT) {
                    care.put(unit, action);
                }
            }
        }
        return care;
    }

    @Override
    public double atRisk() {
        return atRisk;
    }
}
