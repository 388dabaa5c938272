package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.plan.StoppedUse;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan goes by where the lot was not kept: a tenth is held out, where decisions say another share. */
final class BrokenLotTest {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Planning PLANNING = PlanText.small().read().planning().orElseThrow();

    private static List<DecidedUnit> units(String reason, int assignedLeave, int shadowLeave, double share) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            boolean shadow = i % 10 == 0;
            boolean left = i / 10 % 100 < (shadow ? shadowLeave : assignedLeave);
            units.add(new DecidedUnit(
                    reason + i,
                    reason + i,
                    shadow ? Side.SHADOW : Side.ASSIGNED,
                    share,
                    "p",
                    "bill-review",
                    reason,
                    "key",
                    DAY,
                    false,
                    false,
                    false,
                    left
                            ? List.of(new DatedOutcome(
                                    OutcomeKind.LEFT,
                                    DAY.plus(Duration.ofDays(20)),
                                    0,
                                    Optional.of(LeaveType.VOLUNTARY)))
                            : List.of()));
        }
        return units;
    }

    private static EffectStudy study(double share) {
        List<DecidedUnit> units = new ArrayList<>(units("neglect", 40, 10, share));
        units.addAll(units("price", 5, 30, share));
        return new EffectStudy(units, Map.of(OutcomeKind.LEFT, DAY.plus(Duration.ofDays(110))));
    }

    private static ActionEffect of(ActionEffects effects, String reason) {
        return effects.of("bill-review", reason, "key").orElseThrow();
    }

    private static CarePlan plan(ActionEffects effects) {
        PlanCustomer.Builder customer = PlanCustomer.of("a", 0.5).tierValue(100).marginIfKept(500);
        return new Planner(PlanText.small().read(), effects, ReasonCatalogue.standard())
                .plan(
                        List.of(customer.reasons(List.of(new CustomerReason("price", 0.5, 0.6)))
                                .build()),
                        Budget.of(1000),
                        PlanSettings.of(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void harmStaysStoppedAndAllElseGoesByThePlaybook() {
        ActionEffects kept = PooledEffects.forPlan(study(0.1), PLANNING);
        ActionEffects broken = PooledEffects.forPlan(study(0.3), PLANNING);

        assertThat(kept.lotKept()).isTrue();
        assertThat(of(kept, "neglect").evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(of(kept, "price").evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(broken.lotKept()).isFalse();
        assertThat(of(broken, "neglect").evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(of(broken, "price")).isEqualTo(new ActionEffect(-0.2, 0.1, Evidence.UNPROVEN));
        assertThat(PooledEffects.measured(study(0.3)))
                .isNotEmpty()
                .allMatch(each -> each.evidence() == Evidence.HARMFUL);
    }

    @Test
    void thePlanSaysThatTheMeasurementIsNotBelieved() {
        CarePlan plan = plan(PooledEffects.forPlan(study(0.3), PLANNING));

        assertThat(plan.summary().lotKept()).isFalse();
        assertThat(plan.summary().stopped()).extracting(StoppedUse::reason).contains("neglect");
        assertThat(plan.decisions().get(0).explanation())
                .anySatisfy(part -> assertThat(part.text().in(Language.ENGLISH))
                        .contains("the lot was not kept and what was measured is not believed"))
                .anySatisfy(part -> assertThat(part.text().in(Language.CHINESE)).contains("不予采信"));
        assertThat(plan(PooledEffects.forPlan(study(0.1), PLANNING)).summary().lotKept())
                .isTrue();
    }
}
