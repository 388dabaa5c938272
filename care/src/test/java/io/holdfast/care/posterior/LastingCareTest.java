package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.PlannedPlay;
import io.holdfast.care.plan.Planner;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A bill review that is expected to keep a fifth, and whose gift lasts 90 days, and may begin 14 days late, so that windows of 135 days and more show its end. */
final class LastingCareTest {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final PlaybookText NOTHING_LASTS = PlanText.small();
    private static final PlaybookText LASTS = lasting("lastsDays: 90");

    private static PlaybookText lasting(String keys) {
        return PlanText.small().with("coolDownDays: 30", "coolDownDays: 30\n    " + keys);
    }

    private static Planning planning(PlaybookText text) {
        return text.read().planning().orElseThrow();
    }

    /**
     * A tenth of 4000 is held out.
     *
     * @param assigned of each hundred of them so many leave
     * @param assignedDay when they leave
     */
    private static List<DecidedUnit> units(int assigned, int assignedDay, int shadow, int shadowDay) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            boolean held = i % 10 == 0;
            boolean left = i / 10 % 100 < (held ? shadow : assigned);
            DatedOutcome leaving = new DatedOutcome(
                    OutcomeKind.LEFT,
                    DAY.plus(Duration.ofDays(held ? shadowDay : assignedDay)),
                    0,
                    Optional.of(LeaveType.VOLUNTARY));
            units.add(new DecidedUnit(
                    "c" + i,
                    "c" + i,
                    held ? Side.SHADOW : Side.ASSIGNED,
                    0.1,
                    "p",
                    "bill-review",
                    "price",
                    "key",
                    DAY,
                    false,
                    false,
                    false,
                    left ? List.of(leaving) : List.of()));
        }
        return units;
    }

    private static ActionEffects effects(List<DecidedUnit> units, int lastReportDay, PlaybookText text) {
        Instant last = DAY.plus(Duration.ofDays(lastReportDay));
        return PooledEffects.forPlan(new EffectStudy(units, Map.of(OutcomeKind.LEFT, last)), planning(text));
    }

    private static ActionEffect effect(List<DecidedUnit> units, int lastReportDay, PlaybookText text) {
        return effects(units, lastReportDay, text)
                .of("bill-review", "price", "key")
                .orElseThrow();
    }

    private static CareDecision plan(PlaybookText text, ActionEffects effects) {
        PlanCustomer customer = PlanCustomer.of("a", 0.5)
                .tierValue(100)
                .marginIfKept(500)
                .reasons(List.of(new CustomerReason("price", 0.5, 0.6)))
                .build();
        return new Planner(text.read(), effects, ReasonCatalogue.standard())
                .plan(List.of(customer), Budget.of(1000), PlanSettings.of(LocalDate.of(2026, 5, 2)))
                .decisions()
                .get(0);
    }

    private static String said(CareDecision decision, Language language) {
        return decision.explanation().stream()
                .map(part -> part.text().in(language))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aWindowThatEndsBeforeTheGiftNeitherProvesItNorMakesItLookBetter() {
        List<DecidedUnit> units = units(5, 20, 30, 20);

        ActionEffect lasts = effect(units, 110, LASTS);
        ActionEffect not = effect(units, 110, NOTHING_LASTS);

        assertThat(not.evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(not.change()).isLessThan(-0.5);
        assertThat(lasts.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(lasts.change()).isEqualTo(-0.2);
        assertThat(lasts.deviation()).isEqualTo(0.1);
        assertThat(lasts.measured()).isEqualTo(not.measured());
    }

    @Test
    void itIsProvenOnceWindowsThatReachBeyondItsEndSayTheSame() {
        ActionEffect effect = effect(units(5, 20, 30, 20), 200, LASTS);

        assertThat(effect.evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect.change()).isLessThan(-0.5);
        assertThat(effect.measured().orElseThrow().days()).isEqualTo(180);
    }

    @Test
    void leavingThatWasOnlyPutOffIsCharged() {
        List<DecidedUnit> units = units(30, 100, 30, 20);

        assertThat(effect(units, 110, NOTHING_LASTS).evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect(units, 110, LASTS).change()).isEqualTo(-0.2);
        ActionEffect late = effect(units, 200, LASTS);
        assertThat(late.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(late.change()).isBetween(-0.1, 0.05);
    }

    @Test
    void harmStopsItAfterAShortWindow() {
        ActionEffect effect = effect(units(40, 10, 10, 10), 50, LASTS);

        assertThat(effect.evidence()).isEqualTo(Evidence.HARMFUL);
        assertThat(effect.measured().orElseThrow().days()).isEqualTo(30);
    }

    @Test
    void aShortWindowMayLowerWhatThePlaybookExpects() {
        ActionEffect effect = effect(units(20, 20, 20, 20), 110, LASTS);

        assertThat(effect.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(effect.change()).isBetween(-0.15, 0.0);
    }

    @Test
    void whatLastsLongerThanAnyWindowIsNeverProven() {
        List<DecidedUnit> units = units(5, 20, 30, 20);

        assertThat(effect(units, 400, lasting("lastsDays: 320")).evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect(units, 400, lasting("lastsDays: 321")).evidence()).isEqualTo(Evidence.UNPROVEN);
    }

    @Test
    void itUsesUpTheExplorationUntilItIsProven() {
        String none = "explorationShare: 0";
        PlaybookText lasts = LASTS.with("explorationShare: 1", none);
        List<DecidedUnit> units = units(5, 20, 30, 20);

        assertThat(plan(NOTHING_LASTS.with("explorationShare: 1", none), effects(units, 110, NOTHING_LASTS))
                        .play())
                .isPresent();
        assertThat(plan(lasts, effects(units, 110, LASTS)).play()).isEmpty();
        assertThat(plan(lasts, effects(units, 200, LASTS)).play()).isPresent();
    }

    @Test
    void theDecisionSaysWhyItIsNotProven() {
        List<DecidedUnit> units = units(5, 20, 30, 20);
        CareDecision early = plan(LASTS, effects(units, 110, LASTS));
        CareDecision late = plan(LASTS, effects(units, 200, LASTS));

        assertThat(said(early, Language.ENGLISH))
                .contains(
                        "the effect is unproven yet, since what is given lasts and only windows of 135 days or more show",
                        "90 days)");
        assertThat(said(early, Language.CHINESE)).contains("只有 135 天及以上的窗口", "90 天");
        assertThat(said(late, Language.ENGLISH))
                .contains("the effect is proven")
                .doesNotContain("windows of");
    }

    @Test
    void winningBackIsWorseWhereFewerComeBack() {
        Planning planning = planning(PlanText.small()
                .with(
                        "effect: {change: 0.3, deviation: 0.1}",
                        "effect: {change: 0.3, deviation: 0.1}\n    lastsDays: 60"));

        assertThat(charged(planning, 0.6, Optional.empty()).change()).isEqualTo(0.3);
        assertThat(charged(planning, 0.1, Optional.empty()).change()).isEqualTo(0.1);
        assertThat(charged(planning, 0.6, Optional.of(0.5)).change()).isEqualTo(0.5);
        assertThat(charged(planning, 0.6, Optional.of(0.5)).evidence()).isEqualTo(Evidence.PROVEN);
    }

    private static ActionEffect charged(Planning planning, double all, Optional<Double> beyond) {
        ActionEffects seen = ActionEffects.of(
                beyond.map(change -> Map.of("win-back", winBack(change, 180))).orElse(Map.of()));
        return new LastingCare(planning)
                .charge(ActionEffects.of(Map.of("win-back", winBack(all, 30))), seen)
                .of("win-back", "price", "key")
                .orElseThrow();
    }

    private static ActionEffect winBack(double change, int days) {
        return new ActionEffect(
                change,
                0.05,
                Evidence.PROVEN,
                Optional.of(new Measured(900, 100, days, new Estimate(change, change - 0.1, change + 0.1), 0.01)));
    }

    @Test
    void harmBeyondItsEndStopsItWhateverShortWindowsSay() {
        ActionEffect harm = new ActionEffect(
                0.4,
                0.05,
                Evidence.HARMFUL,
                Optional.of(new Measured(900, 100, 180, new Estimate(0.4, 0.3, 0.5), 0.99)));

        ActionEffect effect = new LastingCare(planning(LASTS))
                .charge(
                        ActionEffects.of(Map.of("bill-review", new ActionEffect(-0.3, 0.05, Evidence.PROVEN))),
                        ActionEffects.of(Map.of("bill-review", harm)))
                .of("bill-review", "price", "key")
                .orElseThrow();

        assertThat(effect).isEqualTo(harm);
    }

    @Test
    void whatDoesNotLastIsLeftAsItIs() {
        List<DecidedUnit> units = units(5, 20, 30, 20);
        PlaybookText other = PlanText.small().with("leadDays: 5", "leadDays: 5\n    lastsDays: 90");

        ActionEffect effect = effect(units, 110, other);
        ActionEffect before = effect(units, 110, NOTHING_LASTS);

        assertThat(effect.evidence()).isEqualTo(before.evidence());
        assertThat(effect.change()).isCloseTo(before.change(), within(1e-12));
    }

    @Test
    void theEndIsSeenWhenTheLatestCareHasEndedAndTheDaysToWatchAreOver() {
        PlaybookText text = PlanText.small()
                .with("leadDays: 5", "leadDays: 5\n    lastsDays: 90")
                .with("service: true", "service: true\n    lastsDays: 60\n    watchDays: 10\n    expiresAfterDays: 3")
                .with("contactThreshold: 0.2", "contactThreshold: 0.2\nperiodDays: 20");
        Planning planning = planning(text);

        assertThat(planning.plays())
                .filteredOn(play -> planning.daysToSeeItsEnd(play) > 0)
                .extracting(play -> play.code() + " " + planning.daysToSeeItsEnd(play))
                .as("an occasion of the plan's period: 20 + 14 + 1 + 5 + 90 + 30; two steps: 7 + 3 + 1 + 60 + 10")
                .containsExactly("renewal 160", "recovery 81");
    }

    /** Given late on the last of 14 days it ends in the course of day 61 (or 60), and the days to watch end in that of day 91 (or 90). */
    @Test
    void aWindowThatEndsBeforeWhatWasGivenLateHasBeenWatchedProvesNothing() {
        List<DecidedUnit> units = units(5, 20, 30, 20);
        PlaybookText late = lasting("lastsDays: 46");
        PlaybookText atOnce = lasting("lastsDays: 59\n    expiresAfterDays: 0");

        assertThat(effect(units, 110, lasting("lastsDays: 45")).evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect(units, 110, atOnce).evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(effect(units, 110, late).evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(effect(units, 200, late).evidence()).isEqualTo(Evidence.PROVEN);
    }

    private static ActionEffects.Cell bills(String reason, String tier) {
        return new ActionEffects.Cell("bill-review", reason, tier);
    }

    private static ActionEffect bills(double change, Evidence evidence, int days, int assigned) {
        double harm = evidence == Evidence.HARMFUL ? 0.99 : 0.01;
        return new ActionEffect(
                change,
                0.05,
                evidence,
                Optional.of(new Measured(assigned, 100, days, new Estimate(change, change - 0.1, change + 0.1), harm)));
    }

    /** Many of a reason have been seen for 30 days, and few of them until its end: with others who are few they were harmed. */
    @Test
    void aReasonOfFewWhoWereSeenToItsEndGoesByThoseFewTogether() {
        Map<ActionEffects.Cell, ActionEffect> all = Map.of(
                bills("", ""), bills(-0.3, Evidence.PROVEN, 30, 900),
                bills("price", ""), bills(-0.3, Evidence.PROVEN, 30, 500));
        ActionEffect few = bills(0.4, Evidence.HARMFUL, 180, 60);
        Map<ActionEffects.Cell, ActionEffect> beyond =
                Map.of(bills("", ""), bills(-0.1, Evidence.UNPROVEN, 180, 700), bills(ActionEffects.REST, ""), few);

        ActionEffects charged = new LastingCare(planning(LASTS))
                .charge(
                        new ActionEffects(all),
                        new ActionEffects(beyond, Map.of("bill-review", Set.of("price")), Map.of(), true));

        assertThat(charged.of("bill-review", "price", "key")).contains(few);
        assertThat(charged.of("bill-review", "", "").orElseThrow().evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(plan(LASTS, charged).play().map(PlannedPlay::action)).contains("bill-letter");
    }

    @Test
    void aReasonNobodyOfWhomWasSeenToItsEndQuotesItsOwnCustomers() {
        ActionEffect own = bills(-0.3, Evidence.PROVEN, 30, 500);
        Map<ActionEffects.Cell, ActionEffect> all =
                Map.of(bills("", ""), bills(-0.3, Evidence.PROVEN, 30, 900), bills("price", ""), own);
        ActionEffects beyond = new ActionEffects(Map.of(bills("", ""), bills(-0.15, Evidence.UNPROVEN, 180, 700)));

        ActionEffects charged = new LastingCare(planning(LASTS)).charge(new ActionEffects(all), beyond);

        ActionEffect price = charged.of("bill-review", "price", "key").orElseThrow();
        assertThat(price.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(price.change()).isEqualTo(-0.15);
        assertThat(price.measured()).isEqualTo(own.measured());
        assertThat(charged.of("bill-review", "", "")
                        .orElseThrow()
                        .measured()
                        .orElseThrow()
                        .days())
                .isEqualTo(180);
        assertThat(said(plan(LASTS, charged), Language.ENGLISH))
                .contains("only windows of 135 days or more show", "(500 assigned, 100 shadow-assigned, 30 days)");
    }

    /** The verdict is that of the others, so its ground is theirs. */
    @Test
    void aReasonThatIsStoppedForTheSakeOfOthersQuotesThem() {
        ActionEffect harm = bills(0.4, Evidence.HARMFUL, 180, 700);

        ActionEffects charged = new LastingCare(planning(LASTS))
                .charge(
                        new ActionEffects(Map.of(bills("price", ""), bills(-0.3, Evidence.PROVEN, 30, 500))),
                        new ActionEffects(Map.of(bills("", ""), harm)));

        assertThat(charged.of("bill-review", "price", "key")).contains(harm);
    }
}
