package io.holdfast.cli.replay;

import io.holdfast.care.effect.CampaignLot;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Arm;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.care.posterior.PooledEffects;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Learns from the decisions of its own plans and what became of them, as a store would have it. */
final class OwnMeasurement implements PlannedCare.Beliefs {
    private final Planning planning;
    private final List<Noted> noted = new ArrayList<>();

    private record Noted(int unit, DecidedUnit decision) {}

    OwnMeasurement(Planning planning) {
        this.planning = planning;
    }

    @Override
    public ActionEffects now(ReplayWorld world, List<SeenCustomer> customers) {
        Instant now = world.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        List<DecidedUnit> units = noted.stream().map(each -> told(each, world)).toList();
        return PooledEffects.forPlan(new EffectStudy(units, Map.of(OutcomeKind.LEFT, now)), planning);
    }

    @Override
    public void decided(CarePlan plan, CareDecision decision, SeenCustomer customer) {
        String action = decision.play().orElseThrow().action();
        double carriedOut = decision.candidates().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow()
                .assignmentProbability();
        Side assigned = decision.arm() == Arm.TREATED ? Side.ASSIGNED : Side.OUTSIDE;
        DecidedUnit unit = new DecidedUnit(
                decision.customerId(),
                decision.household(),
                decision.status() == PlanStatus.WITHHELD ? Side.SHADOW : assigned,
                1 - carriedOut,
                plan.planId(),
                action,
                customer.customer().reasons().stream()
                        .findFirst()
                        .map(CustomerReason::code)
                        .orElse(""),
                decision.tier().map(ValueTier::code).orElse(""),
                plan.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                false,
                false,
                false,
                List.of());
        noted.add(new Noted(customer.unit(), unit.withLot(new CampaignLot(plan.campaign(), decision.campaignShare()))));
    }

    private static DecidedUnit told(Noted each, ReplayWorld world) {
        return world.left(each.unit())
                .map(left -> each.decision().withOutcomes(List.of(left)))
                .orElse(each.decision());
    }
}
