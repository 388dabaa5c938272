package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.inference.RatePair;
import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.playbook.Planning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PooledEffectsTest {
    /** Counts of which nine tenths are assigned, whose likelihood has its top and the inverse of its curvature there. */
    private static RatePair rates(double logRatio, double variance) {
        double shadowCases = (1 + Math.exp(-logRatio) / 9) / variance;
        double size = 1e5 * shadowCases;
        return new RatePair(9 * shadowCases * Math.exp(logRatio), 9 * size, shadowCases, size, 900, 100);
    }

    private static MeasuredCell cell(String reason, String tier, double logRatio, double variance) {
        return new MeasuredCell("bill-review", reason, tier, false, 90, rates(logRatio, variance));
    }

    private static Planning planning(PlaybookText text) {
        return text.read().planning().orElseThrow();
    }

    private static ActionEffect effect(List<MeasuredCell> cells, String reason, String tier) {
        return new PooledEffects(cells)
                .forPlan(planning(PlanText.small()))
                .of("bill-review", reason, tier)
                .orElseThrow();
    }

    private static PooledEffect measured(List<MeasuredCell> cells, String reason, String tier) {
        return new PooledEffects(cells)
                .measured().stream()
                        .filter(each ->
                                each.reason().equals(reason) && each.tier().equals(tier))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void nothingMeasuredLeavesThePlaybookAlone() {
        assertThat(new PooledEffects(List.of()).forPlan(planning(PlanText.small())))
                .isEqualTo(ActionEffects.none());
    }

    @Test
    void manyCasesSpeakForThemselvesAndFewLeanOnTheAction() {
        List<MeasuredCell> cells = List.of(
                cell("price", "key", -0.3, 0.001),
                cell("price", "small", -0.28, 0.001),
                cell("neglect", "key", -0.32, 0.001),
                cell("competitor", "key", 0.9, 1.5));

        assertThat(measured(cells, "price", "key").change().point()).isCloseTo(Math.exp(-0.3) - 1, within(0.01));
        assertThat(measured(cells, "competitor", "key").change().point()).isCloseTo(Math.exp(-0.3) - 1, within(0.08));
        assertThat(measured(cells, "competitor", "key").evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(measured(cells, "price", "key").evidence()).isEqualTo(Evidence.PROVEN);
    }

    /** As in a renewal offer: a fifth fewer leave for the price, half as many again of the disengaged. */
    @Test
    void harmStandsOutAgainstAnActionThatHelpsOthers() {
        List<MeasuredCell> cells =
                List.of(cell("price", "key", -0.22, 0.004), cell("disengagement", "key", 0.45, 0.015));

        PooledEffect harm = measured(cells, "disengagement", "key");

        assertThat(harm.evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(harm.change().point()).isBetween(0.3, 0.57);
        assertThat(harm.harmful().orElseThrow().texts().values())
                .anySatisfy(text ->
                        assertThat(text).contains("Harmful: bill-review", "1,000 decisions", "probability of harm"))
                .anySatisfy(text -> assertThat(text).contains("有害：", "1,000"));
        assertThat(measured(cells, "price", "key").evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect(cells, "disengagement", "key").evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(effect(cells, "disengagement", "ordinary").measured()).isPresent();
    }

    @Test
    void theOwnerMayAssignDespiteHarm() {
        PlaybookText text = PlanText.small()
                .with(
                        "effect: {change: -0.2, deviation: 0.1}",
                        "effect: {change: -0.2, deviation: 0.1, stopIfHarmful: false}");
        ActionEffect effect = new PooledEffects(List.of(cell("price", "key", 0.5, 0.01)))
                .forPlan(planning(text))
                .of("bill-review", "price", "key")
                .orElseThrow();

        assertThat(effect.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(effect.change()).isEqualTo(-0.2);
        assertThat(effect.measured().orElseThrow().harm()).isGreaterThan(0.975);
    }

    @Test
    void aBeliefOfTheAuthorNeitherProvesNorDelaysTheStop() {
        PlaybookText sure = PlanText.small()
                .with("effect: {change: -0.2, deviation: 0.1}", "effect: {change: -0.5, deviation: 0.01}");
        ActionEffects few = new PooledEffects(List.of(cell("price", "key", 0, 1))).forPlan(planning(sure));
        ActionEffects harm = new PooledEffects(List.of(cell("price", "key", 0.5, 0.01))).forPlan(planning(sure));

        assertThat(few.of("bill-review", "price", "key").orElseThrow().evidence())
                .isEqualTo(Evidence.UNPROVEN);
        assertThat(harm.of("bill-review", "price", "key").orElseThrow().evidence())
                .isEqualTo(Evidence.HARMFUL);
    }

    /** With one cell, the posterior of the sum of action, reason and tier against a sum over a fine grid of the same model. */
    @Test
    void agreesWithTheSameModelSummedPointByPoint() {
        RatePair counts = rates(0.3, 0.05);
        double above = 0;
        double all = 0;
        double mean = 0;
        for (Spread spread : Spread.grid()) {
            double prior = 0.25 + spread.reasons() + spread.tiers();
            for (int step = -6000; step <= 6000; step++) {
                double theta = step / 1000.0;
                double density = Math.exp(spread.logPrior()
                        - theta * theta / prior / 2
                        - Math.log(prior) / 2
                        + counts.logLikelihood(theta)
                        - counts.logLikelihood(0.3));
                all += density;
                mean += density * theta;
                above += theta > 0 ? density : 0;
            }
        }

        PooledEffect effect = measured(List.of(cell("price", "key", 0.3, 0.05)), "price", "key");

        // Of a skewed density Laplace's approximation takes the top, not the mean.
        assertThat(Math.log1p(effect.change().point())).isCloseTo(mean / all, within(0.02));
        assertThat(effect.harm()).isCloseTo(above / all, within(0.02));
    }

    @Test
    void givesTheSameWhateverTheOrderOfCells() {
        List<MeasuredCell> cells = new ArrayList<>(List.of(
                cell("price", "key", -0.2, 0.01),
                cell("price", "small", -0.1, 0.02),
                cell("neglect", "key", 0.1, 0.05)));
        List<PooledEffect> effects = new PooledEffects(cells).measured();

        assertThat(new PooledEffects(cells).measured()).isEqualTo(effects);
        assertThat(effects)
                .extracting(PooledEffect::reason)
                .containsExactly("", "neglect", "neglect", "price", "price", "price");
    }

    /** What was measured of those without a leading reason says less of a reason that was never measured than the action as a whole. */
    @Test
    void theRestHasANameOfItsOwn() {
        MeasuredCell rest = new MeasuredCell("bill-review", "", "", false, 90, rates(0.6, 0.01), Set.of("competitor"));
        ActionEffects effects = new PooledEffects(
                        List.of(cell("price", "key", -0.3, 0.001), cell("neglect", "key", -0.3, 0.001), rest))
                .forPlan(planning(PlanText.small()));
        ActionEffect ofRest = effects.of("bill-review", ActionEffects.REST, "").orElseThrow();
        ActionEffect never = effects.of("bill-review", "never", "").orElseThrow();

        assertThat(ofRest.evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(ofRest.measured().orElseThrow().decisions()).isEqualTo(1000);
        assertThat(never.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(never.change()).isLessThan(ofRest.change() - 0.2);
        assertThat(never.deviation()).isGreaterThan(ofRest.deviation());
        assertThat(effects.together()).containsEntry("bill-review", Set.of("competitor"));
    }

    /** A tier that was never measured is less sure than those that were put together. */
    @Test
    void tiersPutTogetherHaveANameOfTheirOwn() {
        MeasuredCell few = new MeasuredCell(
                "bill-review", "price", "", false, 90, rates(0.6, 0.01), Set.of(), Set.of("small", ""));
        ActionEffects effects =
                new PooledEffects(List.of(cell("price", "key", -0.3, 0.001), few)).forPlan(planning(PlanText.small()));
        ActionEffect ofSmall = effects.of("bill-review", "price", "small").orElseThrow();
        ActionEffect never = effects.of("bill-review", "price", "ordinary").orElseThrow();

        assertThat(ofSmall.evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(ofSmall.measured().orElseThrow().decisions()).isEqualTo(1000);
        assertThat(effects.of("bill-review", "price", "")).contains(ofSmall);
        assertThat(never.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(never.deviation()).isGreaterThan(ofSmall.deviation());
        assertThat(effects.of("bill-review", "price", "key").orElseThrow().evidence())
                .isEqualTo(Evidence.PROVEN);
    }

    @Test
    void winningBackIsJudgedTheOtherWayRound() {
        MeasuredCell back = new MeasuredCell("win-back", "", "", true, 90, rates(-0.5, 0.01));

        assertThat(new PooledEffects(List.of(back)).measured())
                .extracting(PooledEffect::evidence)
                .contains(Evidence.HARMFUL);
    }
}
