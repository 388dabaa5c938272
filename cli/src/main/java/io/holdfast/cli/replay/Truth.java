package io.holdfast.cli.replay;

import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.TrueEffects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows what every action truly does on average to customers of each reason, over half a year. */
final class Truth implements PlannedCare.Beliefs {
    private static final int MONTHS = 6;
    /** Every so many customers are enough for an average. */
    private static final int STRIDE = 3;

    private final Planning planning;
    private final TrueEffects effects;

    Truth(Planning planning, TrueEffects effects) {
        this.planning = planning;
        this.effects = effects;
    }

    @Override
    public ActionEffects now(ReplayWorld world, List<SeenCustomer> customers) {
        Map<ActionEffects.Cell, double[]> sums = new HashMap<>();
        for (int i = 0; i < customers.size(); i += STRIDE) {
            SeenCustomer customer = customers.get(i);
            String reason = customer.customer().reasons().stream()
                    .findFirst()
                    .map(CustomerReason::code)
                    .orElse("");
            for (Play play : planning.plays()) {
                CareAction action = CareAction.of(play.code()).orElseThrow();
                double[] leaving = customer.truth()
                        .reach()
                        .leaving(customer.truth().untreated(), action, customer.response(), effects, MONTHS);
                add(sums, new ActionEffects.Cell(play.code(), "", ""), leaving);
                if (!reason.isEmpty()) {
                    add(sums, new ActionEffects.Cell(play.code(), reason, ""), leaving);
                }
            }
        }
        Map<ActionEffects.Cell, ActionEffect> cells = new HashMap<>();
        sums.forEach((cell, sum) ->
                cells.put(cell, new ActionEffect(sum[1] > 0 ? sum[0] / sum[1] - 1 : 0, 0, Evidence.PROVEN)));
        return new ActionEffects(cells);
    }

    private static void add(Map<ActionEffects.Cell, double[]> sums, ActionEffects.Cell cell, double[] leaving) {
        double[] sum = sums.computeIfAbsent(cell, each -> new double[2]);
        sum[0] += leaving[0];
        sum[1] += leaving[1];
    }
}
