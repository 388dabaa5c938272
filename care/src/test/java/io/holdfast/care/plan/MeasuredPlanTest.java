package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.inference.Estimate;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans by effects that differ by reason and tier. */
final class MeasuredPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<CustomerReason> PRICE = List.of(new CustomerReason("price", 0.5, 0.6));

    private static ActionEffect effect(double change, Evidence evidence) {
        Measured by = new Measured(900, 100, 180, new Estimate(change, change - 0.1, change + 0.1), 0.99);
        return new ActionEffect(change, 0.05, evidence, Optional.of(by));
    }

    private static ActionEffects harmfulForKey() {
        Map<ActionEffects.Cell, ActionEffect> cells = new HashMap<>();
        cells.put(new ActionEffects.Cell("bill-review", "", ""), effect(-0.2, Evidence.UNPROVEN));
        cells.put(new ActionEffects.Cell("bill-review", "price", ""), effect(-0.3, Evidence.PROVEN));
        cells.put(new ActionEffects.Cell("bill-review", "price", "key"), effect(0.4, Evidence.HARMFUL));
        return new ActionEffects(cells);
    }

    private static CarePlan plan(PlaybookText text, ActionEffects effects, PlanCustomer.Builder... customers) {
        return new Planner(text.read(), effects, ReasonCatalogue.standard())
                .plan(
                        List.of(customers).stream()
                                .map(PlanCustomer.Builder::build)
                                .toList(),
                        Budget.of(1000),
                        PlanSettings.of(DAY));
    }

    private static PlanCustomer.Builder at(String id, double value) {
        return PlanCustomer.of(id, 0.5).tierValue(value).marginIfKept(5 * value).reasons(PRICE);
    }

    private static String said(CareDecision decision, Language language) {
        return String.join(
                " ",
                decision.explanation().stream()
                        .map(part -> part.text().in(language))
                        .toList());
    }

    @Test
    void whatHarmsATierIsNotAssignedThereAnyMoreAndSaysSo() {
        CarePlan plan = plan(PlanText.small(), harmfulForKey(), at("rich", 100), at("poor", 50));

        CareDecision rich = plan.decisions().get(0);
        CareDecision poor = plan.decisions().get(1);

        assertThat(rich.play().map(PlannedPlay::action)).contains("bill-letter");
        assertThat(rich.candidates()).anySatisfy(candidate -> {
            assertThat(candidate.action()).isEqualTo("bill-review");
            assertThat(candidate.evidence()).isEqualTo(Evidence.HARMFUL);
            assertThat(candidate.gain().expected()).isNegative();
        });
        assertThat(poor.play().orElseThrow().evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(poor.play().orElseThrow().gain().expected()).isCloseTo(0.3 * 0.5 * 250 - 6, within(1e-9));
        assertThat(said(poor, Language.ENGLISH))
                .contains(
                        "the effect is proven: measured on 1,000 decisions (900 assigned, 100 shadow-assigned, 180 days)");
        assertThat(said(poor, Language.CHINESE)).contains("测量决定 1,000 项");
        assertThat(said(rich, Language.ENGLISH)).contains("measured on no customer yet");
        assertThat(plan.summary().stopped())
                .singleElement()
                .satisfies(use -> assertThat(use.text().in(Language.ENGLISH))
                        .contains(
                                "Stopped: bill-review for “Price” in tier key does harm",
                                "leaving +40.0 %",
                                "probability of harm 99.0 %"));
    }

    @Test
    void whereOnlyHarmIsLeftThereIsNoCareAndTheReason() {
        ActionEffects harmful = ActionEffects.of(
                Map.of("bill-review", effect(0.4, Evidence.HARMFUL), "bill-letter", effect(0.2, Evidence.HARMFUL)));
        CareDecision decision =
                plan(PlanText.small(), harmful, at("a", 100)).decisions().get(0);

        assertThat(decision.cause()).contains(PlanCause.HARMFUL);
        assertThat(said(decision, Language.ENGLISH)).contains("bill-letter: it does harm: measured on 1,000 decisions");
        assertThat(said(decision, Language.CHINESE)).contains("测得有害");
    }

    @Test
    void onlyUnprovenCellsUseUpTheShareOfExploration() {
        PlaybookText none = PlanText.small().with("explorationShare: 1", "explorationShare: 0");
        CarePlan plan = plan(
                none,
                harmfulForKey(),
                at("poor", 50),
                at("other", 50).reasons(List.of(new CustomerReason("price", 0.5, 0.6))),
                at("rich", 100));

        assertThat(plan.decisions().get(0).play()).isPresent();
        assertThat(plan.decisions().get(2).play()).isEmpty();
        assertThat(plan.summary().price()).isEqualTo(new PriceOfKnowing(0, 0, 0, 0));
    }

    @Test
    void theSummarySaysWhatKnowingCosts() {
        PlaybookText half = PlanText.small().with("share: 0}", "share: 0.5}");
        PlanCustomer.Builder[] customers = new PlanCustomer.Builder[100];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = at("c" + i, 50);
        }
        CarePlan plan = plan(half, ActionEffects.none(), customers);
        PlanSummary summary = plan.summary();

        assertThat(summary.price().explored()).isEqualTo(summary.planned());
        assertThat(summary.price().spending()).isCloseTo(summary.cost(), within(1e-9));
        assertThat(summary.price().atRisk()).isCloseTo(summary.cost(), within(1e-9));
        assertThat(summary.price().forgone())
                .isCloseTo(summary.total() - summary.gain().expected(), within(1e-6));
    }

    @Test
    void whatIsAssignedDespiteHarmSaysSo() {
        Measured harm = new Measured(900, 100, 180, new Estimate(0.4, 0.3, 0.5), 0.99);
        CareDecision decision = plan(
                        PlanText.small(),
                        ActionEffects.of(Map.of(
                                "bill-review", new ActionEffect(-0.2, 0.1, Evidence.UNPROVEN, Optional.of(harm)))),
                        at("a", 100))
                .decisions()
                .get(0);

        assertThat(decision.play().orElseThrow().action()).isEqualTo("bill-review");
        assertThat(said(decision, Language.ENGLISH))
                .contains("measured to do harm; assigned by the playbook's word: measured on 1,000 decisions");
        assertThat(said(decision, Language.CHINESE)).contains("测得有害；按方案的规定仍予执行");
    }

    @Test
    void theRestIsForThoseWithoutAReasonAndThoseOfARareOne() {
        Map<ActionEffects.Cell, ActionEffect> cells = new HashMap<>();
        cells.put(new ActionEffects.Cell("bill-review", "", ""), effect(-0.2, Evidence.UNPROVEN));
        cells.put(new ActionEffects.Cell("bill-review", ActionEffects.REST, ""), effect(0.4, Evidence.HARMFUL));
        ActionEffects none = new ActionEffects(cells);
        ActionEffects rare = new ActionEffects(cells, Map.of("bill-review", Set.of("price")), Map.of(), true);
        CareDecision never =
                plan(PlanText.small(), none, at("a", 100)).decisions().get(0);
        CareDecision ofRest =
                plan(PlanText.small(), rare, at("a", 100)).decisions().get(0);

        assertThat(never.play().orElseThrow().action()).isEqualTo("bill-review");
        assertThat(ofRest.play().orElseThrow().action()).isEqualTo("bill-letter");
        assertThat(none.name("bill-review", "")).isEqualTo(ActionEffects.REST);
        assertThat(plan(PlanText.small(), rare, at("a", 100)).summary().stopped())
                .singleElement()
                .satisfies(use -> assertThat(use.text().in(Language.ENGLISH))
                        .contains("bill-review for “no leading reason, or a rare one” does harm"));
    }

    @Test
    void aServiceIsNotListedAsStopped() {
        ActionEffects harmful = ActionEffects.of(
                Map.of("recovery", effect(0.4, Evidence.HARMFUL), "bill-letter", effect(0.4, Evidence.HARMFUL)));

        assertThat(plan(PlanText.small(), harmful, at("a", 100)).summary().stopped())
                .extracting(StoppedUse::action)
                .containsExactly("bill-letter");
    }

    @Test
    void harmTakesItsEvidence() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ActionEffect(0.4, 0.1, Evidence.HARMFUL));
    }
}
