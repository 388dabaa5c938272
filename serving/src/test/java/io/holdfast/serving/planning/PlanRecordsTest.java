package io.holdfast.serving.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.store.NewDecision;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanRecordsTest {
    private static final String WIN_BACK = """
            format: 2
            name: win-back
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0.1
            holdOut: {salt: tiny, share: 0}
            tiers: [{tier: key, atLeast: 90}, {tier: small}]
            margin: {perValue: 6, months: 12}
            channels: {message: {cost: 0.1}}
            actions:
              - code: come-back
                goal: win-back
                cadenceMonths: 12
                channel: message
                priceAffecting: false
                effect: {change: 0.3, deviation: 0.1}
                text: {en: Ask why., zh-CN: 询问原因。}
            """;

    private static PlanCustomer.Builder customer(String id) {
        return PlanCustomer.of(id, 0.2).tierValue(100).marginIfKept(500);
    }

    @Test
    void theLostAreToBeWonBackAndOfWhoWasNotScoredNobodyKnows() {
        Playbook playbook = Playbook.read("win-back.yaml", WIN_BACK.getBytes(StandardCharsets.UTF_8));
        List<PlanCustomer> customers = List.of(
                customer("lost").lost().build(),
                customer("lost, opted out").lost().optedOut().build(),
                customer("there").build(),
                PlanCustomer.departed("left"),
                PlanCustomer.objecting("objects"));
        Budget budget = Budget.of(100);
        CarePlan plan = new Planner(playbook, ActionEffects.none(), ReasonCatalogue.standard())
                .plan(customers, budget, PlanSettings.of(LocalDate.of(2026, 3, 2)));

        List<NewDecision> kept = new PlanRecords(TinyBundles.bundle(), playbook, budget, EffectSource.MEASURED, plan)
                .of(1, plan.decisions(), Collections.nCopies(customers.size(), Optional.empty()))
                .decisions();

        assertThat(kept.get(0).action()).contains("come-back");
        assertThat(kept)
                .extracting(NewDecision::goal)
                .containsExactly(
                        Optional.of(NewDecision.WIN_BACK),
                        Optional.of(NewDecision.WIN_BACK),
                        Optional.of(NewDecision.RETAIN),
                        Optional.empty(),
                        Optional.empty());
    }
}
