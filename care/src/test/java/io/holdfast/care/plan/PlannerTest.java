package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.action;
import static io.holdfast.care.plan.OnePlan.at;
import static io.holdfast.care.plan.OnePlan.cause;
import static io.holdfast.care.plan.OnePlan.plan;
import static io.holdfast.care.plan.OnePlan.planner;
import static io.holdfast.care.plan.OnePlan.renewing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    @Test
    void gainIsTheMarginWithTheActionLessTheMarginWithout() {
        CareDecision decision = plan(at(0.4, 100).reasons(PRICE)).decisions().get(0);

        // 20 % of 0.4 are saved, each worth 500; the call costs 6.
        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("bill-review");
        assertThat(play.gain().expected()).isCloseTo(0.2 * 0.4 * 500 - 6, within(1e-9));
        assertThat(play.gain().high() - play.gain().expected())
                .isCloseTo(1.959963984540054 * 0.1 * 0.4 * 500, within(1e-9));
        assertThat(play.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(decision.tier()).contains(ValueTier.KEY);
    }

    /** Half of those who would stay anyway accept too, and everybody who is saved. */
    @Test
    void anOfferCostsWhatWouldBeStayersTakeToo() {
        CareDecision decision =
                plan(renewing(at(0.4, 100), "2026-04-10")).decisions().get(0);

        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("renewal");
        assertThat(play.cost()).isCloseTo(6 + 20 * (0.6 * 0.5 + 0.5 * 0.4), within(1e-9));
        assertThat(play.gain().expected()).isCloseTo(0.5 * 0.4 * 500 - play.cost(), within(1e-9));
        assertThat(play.first().dueAt()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(decision.entitlements()).containsExactly("renewal");
    }

    @Test
    void nobodyGetsAnActionOnlyForALeadingReason() {
        assertThat(cause(at(0.19, 1000).reasons(PRICE))).isEqualTo(PlanCause.BELOW_THRESHOLD);
    }

    @Test
    void doesNothingWhereThatBringsMore() {
        assertThat(cause(at(0.3, 1).reasons(PRICE))).isEqualTo(PlanCause.NO_GAIN);
        assertThat(cause(at(0.3, 100))).isEqualTo(PlanCause.NO_TRIGGER);
    }

    @Test
    void aSecondReasonCountsOnlyWithItsShare() {
        List<CustomerReason> weak = List.of(new CustomerReason("neglect", 2, 0.8), new CustomerReason("price", 1, 0.2));
        List<CustomerReason> strong =
                List.of(new CustomerReason("neglect", 2, 0.6), new CustomerReason("price", 1, 0.4));

        assertThat(cause(at(0.4, 100).reasons(weak))).isEqualTo(PlanCause.NO_TRIGGER);
        assertThat(action(at(0.4, 100).reasons(strong))).isEqualTo("bill-review");
    }

    @Test
    void saysNoNumberWhereNoneIsKnown() {
        PlanCustomer.Builder unvalued = PlanCustomer.of("C-1", 0.4).serviceCase(ServiceCase.COMPLAINT);
        for (Budget budget : List.of(Budget.of(1000), Budget.of(0))) {
            CareDecision decision =
                    plan(PlanText.small(), budget, unvalued.build()).decisions().get(0);
            String sentences = decision.explanation().stream()
                    .flatMap(part -> part.text().texts().values().stream())
                    .collect(Collectors.joining());

            assertThat(sentences).doesNotContain("NaN", "Infinity", "∞", "�");
            assertThat(sentences.contains("margin unknown, expected spending"))
                    .isEqualTo(decision.status() == PlanStatus.PLANNED);
        }
    }

    @Test
    void capacityGoesToWhomItBringsMost() {
        Budget one = new Budget(1000, Map.of("desk", 1), Map.of());

        CarePlan plan = plan(
                PlanText.small(),
                one,
                PlanCustomer.of("a", 0.3)
                        .tierValue(95)
                        .marginIfKept(475)
                        .reasons(PRICE)
                        .build(),
                PlanCustomer.of("b", 0.6)
                        .tierValue(95)
                        .marginIfKept(475)
                        .reasons(PRICE)
                        .build());

        assertThat(plan.decisions())
                .extracting(each -> each.play().orElseThrow().action())
                .containsExactly("bill-letter", "bill-review");
        assertThat(plan.summary().gap()).isZero();
        assertThat(plan.decisions().get(0).explanation())
                .anySatisfy(part -> assertThat(part.text().in(Language.ENGLISH))
                        .contains("bill-review would bring more here", "contacts of team desk"))
                .anySatisfy(part -> assertThat(part.text().in(Language.CHINESE)).contains("所需资源用于其他客户"));
    }

    @Test
    void unprovenPlaysTakeAShareOnlyAndProvenOnesDoNotCount() {
        PlaybookText tenth = PlanText.small().with("explorationShare: 1", "explorationShare: 0.1");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(at("c" + i, 0.5, 100).reasons(PRICE).build());
        }
        ActionEffects measured =
                ActionEffects.of(Map.of("bill-letter", new ActionEffect(-0.05, 0.01, Evidence.PROVEN)));
        Planner planner = new Planner(tenth.read(), measured, ReasonCatalogue.standard());

        CarePlan plan = planner.plan(customers, Budget.of(1e6), PlanSettings.of(DAY));

        assertThat(plan.decisions())
                .filteredOn(each -> each.play().orElseThrow().evidence() == Evidence.UNPROVEN)
                .hasSize(2);
        assertThat(plan.summary().planned()).isEqualTo(20);
    }

    /** Bill reviews cost 6 each, whether or not they do anything; a letter that is proven risks nothing. */
    @Test
    void unprovenPlaysRiskAShareOfTheMoneyOnly() {
        PlaybookText some = PlanText.small().with("explorationShare: 1", "explorationShare: 1, explorationMoney: 0.2");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(at("c" + i, 0.5, 100).reasons(PRICE).build());
        }
        ActionEffects measured =
                ActionEffects.of(Map.of("bill-letter", new ActionEffect(-0.05, 0.01, Evidence.PROVEN)));
        PlanSummary free = new Planner(PlanText.small().read(), measured, ReasonCatalogue.standard())
                .plan(customers, Budget.of(100), PlanSettings.of(DAY))
                .summary();

        PlanSummary summary = new Planner(some.read(), measured, ReasonCatalogue.standard())
                .plan(customers, Budget.of(100), PlanSettings.of(DAY))
                .summary();

        assertThat(free.price().atRisk()).isGreaterThan(20);
        assertThat(free.limits()).extracting(LimitUse::name).doesNotContain("exploration-money");
        assertThat(summary.price().atRisk()).isPositive().isLessThanOrEqualTo(20);
        assertThat(summary.planned()).isEqualTo(20);
        assertThat(summary.limits())
                .filteredOn(use -> use.name().equals("exploration-money"))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.limit()).isEqualTo(20);
                    assertThat(use.used()).isCloseTo(summary.price().atRisk(), within(1e-9));
                    assertThat(use.price()).isPositive();
                });
    }

    @Test
    void oneUnitOfACustomerHasThePlay() {
        CarePlan plan = plan(
                PlanText.small(),
                Budget.of(1000),
                at("a", 0.4, 60).unit("line-1").reasons(PRICE).build(),
                at("a", 0.6, 60).unit("line-2").reasons(PRICE).build());

        assertThat(plan.decisions().get(0).cause()).contains(PlanCause.OTHER_UNIT);
        assertThat(plan.decisions().get(1).status()).isEqualTo(PlanStatus.PLANNED);
    }

    @Test
    void theLostAreWonBackByTheirChanceToReturn() {
        CareDecision decision = plan(at(0.1, 200).lost()).decisions().get(0);

        assertThat(decision.play().orElseThrow().action()).isEqualTo("win-back");
        assertThat(decision.play().orElseThrow().gain().expected()).isCloseTo(0.3 * 0.1 * 1000 - 0.1, within(1e-9));
        assertThat(decision.stage()).contains(LifecycleStage.RECOVERY);
        assertThat(decision.lost()).isTrue();
    }

    @Test
    void idsStayWhatTheyAre() {
        List<String> ids =
                List.of("+8613800138000", "0012345", "12345", "P/2024/001", "-A7", "0015e00000AbCdEAAV", "客户甲", "=1+1");
        PlanCustomer[] customers = ids.stream()
                .map(id -> at(id, 0.4, 100)
                        .unit("线路 " + id)
                        .household(" " + id)
                        .reasons(PRICE)
                        .build())
                .toArray(PlanCustomer[]::new);

        CarePlan plan = plan(PlanText.small(), Budget.of(1000), customers);

        assertThat(plan.decisions()).extracting(CareDecision::customerId).isEqualTo(ids);
        assertThat(plan.decisions()).extracting(CareDecision::decisionId).doesNotHaveDuplicates();
    }

    @Test
    void aPlaybookWithoutEffectsMakesNoPlans() {
        assertThatThrownBy(() -> planner(PlaybookText.small()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'small' has format 1");
    }

    @Test
    void aPlanIsCalledTheSameWhomeverItIsForAndBeforeItIsMade() {
        PlanSettings settings = PlanSettings.of(DAY);
        Planner planner = planner(PlanText.small());

        assertThat(planner.planId(settings))
                .isEqualTo(plan(at(0.4, 100)).planId())
                .isNotEqualTo(planner.planId(settings.withCampaign("spring")))
                .isNotEqualTo(planner.planId(PlanSettings.of(DAY.plusDays(1))));
    }

    @Test
    void equalArgumentsGiveEqualPlans() {
        CarePlan one = plan(at(0.4, 100).reasons(PRICE));
        CarePlan two = plan(at(0.4, 100).reasons(PRICE));

        assertThat(two.planId()).isEqualTo(one.planId());
        assertThat(two.summary()).isEqualTo(one.summary());
        assertThat(two.decisions().get(0).explanation())
                .isEqualTo(one.decisions().get(0).explanation());
        assertThat(two.decisions().get(0).decisionId())
                .isEqualTo(one.decisions().get(0).decisionId());
    }
}
