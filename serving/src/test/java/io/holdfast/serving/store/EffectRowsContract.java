package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.correcting;
import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.margin;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.effect.CampaignLot;
import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What effects are computed from, whatever the database. */
abstract class EffectRowsContract extends OpenStore {
    private List<DecidedUnit> units() {
        return store.effectData(NOW.plus(Duration.ofDays(400))).units();
    }

    @Test
    void hasEveryDecisionWithItsSideAndWhatBecameOfIt() {
        NewDecision play = planned("d-1", "C-1");
        NewDecision shadow = withheld("d-2", "C-2");
        NewDecision lost = with(planned("d-3", "C-3"), "h-9", "served", "planned", "key", NewDecision.WIN_BACK);
        NewDecision nothing = with(planned("d-4", "C-4"), "", "treated", "none", "small", NewDecision.RETAIN);
        store.plans().keep(plan("plan-1", play, shadow, lost, nothing), WRITING);
        store.outcomes()
                .addAll(
                        List.of(
                                left("o-1", "C-1", NOW.plusSeconds(60)),
                                margin("o-2", "C-1", 7, NOW.plusSeconds(60)),
                                correcting(margin("o-3", "C-1", 9, NOW.plusSeconds(60)), "o-2")),
                        at(NOW.plusSeconds(99)));

        List<DecidedUnit> units = units();

        assertThat(units)
                .extracting(DecidedUnit::side)
                .containsExactly(Side.ASSIGNED, Side.SHADOW, Side.OUTSIDE, Side.NOT_CHOSEN);
        assertThat(units)
                .extracting(DecidedUnit::cluster)
                .containsExactly("customer C-1", "customer C-2", "household h-9", "customer C-4");
        assertThat(units).extracting(DecidedUnit::customer).containsExactly("C-1", "C-2", "C-3", "C-4");
        assertThat(units.get(0).heldOutWith()).isCloseTo(0.1, within(1e-12));
        assertThat(units.get(1).heldOutWith())
                .as("the probability of what was done: nothing")
                .isEqualTo(0.9);
        assertThat(units).extracting(DecidedUnit::reason).containsExactly("price", "price", "", "");
        assertThat(units.get(2).tier()).isEqualTo("key");
        assertThat(units).extracting(DecidedUnit::lost).containsExactly(false, false, true, false);
        assertThat(units.get(0).action()).isEqualTo("bill-review");
        assertThat(units.get(0).decidedAt()).isEqualTo(NOW);
        assertThat(units.get(0).outcomes())
                .extracting(DatedOutcome::kind)
                .containsExactlyInAnyOrder(OutcomeKind.LEFT, OutcomeKind.MARGIN);
        assertThat(units.get(0).outcomes()).extracting(DatedOutcome::amount).containsExactlyInAnyOrder(0.0, 9.0);
        assertThat(units.get(1).outcomes()).isEmpty();
    }

    @Test
    void knowsWhoWasReachedAndWhoseArmsAreMixed() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), withheld("d-2", "B"), planned("d-3", "C")), WRITING);
        for (String customer : List.of("A", "C")) {
            String item = store.work()
                    .query(WorkQuery.all().ofCustomer(customer), NOW)
                    .get(0)
                    .itemId();
            store.work().claim(item, "ann", WRITING);
            Disposition what = customer.equals("A") ? Disposition.REACHED : Disposition.NO_ANSWER;
            store.work().attempt(new Attempt("t-" + customer, item, "ann", what, Optional.empty(), ""), WRITING);
        }
        assertThat(units()).extracting(DecidedUnit::reached).containsExactly(true, false, false);
        assertThat(units()).extracting(DecidedUnit::mixed).containsExactly(false, false, false);

        store.people().merge("A", "B", WRITING);

        assertThat(units()).filteredOn(DecidedUnit::mixed).hasSize(2);
    }

    /** How their lots fell does not matter: those that fell alike are too seldom on the side that is drawn less often. */
    @Test
    void whoIsMergedFromIdsThatWereDrawnApartIsMixedHoweverTheLotsFell() {
        NewDecision one = with(planned("d-1", "A"), "", "treated", "planned", "key", NewDecision.RETAIN);
        NewDecision other = with(planned("d-2", "B"), "", "treated", "planned", "key", NewDecision.RETAIN);
        NewDecision home = with(planned("d-3", "C"), "h-1", "treated", "planned", "key", NewDecision.RETAIN);
        NewDecision alike = with(planned("d-4", "D"), "h-1", "treated", "planned", "key", NewDecision.RETAIN);
        NewDecision free = with(planned("d-5", "E"), "", "treated", "planned", "key", NewDecision.RETAIN);
        store.plans().keep(plan("plan-1", one, other, home, alike, free), WRITING);
        Instant later = NOW.plus(Duration.ofDays(1));
        store.people().merge("A", "B", at(later));
        store.people().merge("C", "D", at(later));
        store.people().merge("new", "E", at(later));
        Instant afterwards = later.plus(Duration.ofDays(60));
        store.plans().keep(plan("plan-2", planned("d-6", "new")), at(afterwards));

        assertThat(units())
                .filteredOn(DecidedUnit::mixed)
                .as("not of one household, which has one lot, nor drawn for once")
                .extracting(DecidedUnit::customer)
                .containsExactly("B", "B");
        assertThat(units()).hasSize(6);
    }

    @Test
    void whoWasOfATierThatIsExemptHadNoLot() {
        NewDecision exempt = with(planned("d-1", "A"), "", "unmeasured", "planned", "key", NewDecision.RETAIN);
        NewDecision drawn = with(planned("d-2", "B"), "", "treated", "planned", "key", NewDecision.RETAIN);
        store.plans().keep(plan("plan-1", exempt, drawn), WRITING);

        store.people().merge("A", "B", at(NOW.plus(Duration.ofDays(1))));

        assertThat(units())
                .filteredOn(unit -> unit.customer().equals("B"))
                .isNotEmpty()
                .noneMatch(DecidedUnit::mixed);
    }

    @Test
    void whoJoinedAHouseholdIsNoMergedOneThoughAnIdWithoutDecisionsIsMergedInto() {
        NewDecision alone = with(planned("d-1", "A"), "", "treated", "planned", "key", NewDecision.RETAIN);
        NewDecision home = with(planned("d-2", "A"), "h-1", "treated", "planned", "key", NewDecision.RETAIN);
        store.plans().keep(plan("plan-1", alone), WRITING);
        store.plans().keep(plan("plan-2", home), at(NOW.plus(Duration.ofDays(60))));

        store.people().merge("B", "A", at(NOW.plus(Duration.ofDays(61))));

        assertThat(units()).hasSize(2).noneMatch(DecidedUnit::mixed);
    }

    @Test
    void givesEveryLineItsOwnAndWhatWasToldOfTheWholeCustomer() {
        store.plans().keep(plan("plan-1", about("d-1", "L-1"), about("d-2", "L-2"), about("d-3", "")), WRITING);
        Instant later = NOW.plus(Duration.ofDays(31));
        store.plans().keep(plan("plan-2", about("d-4", "L-1", later)), at(later));
        store.outcomes()
                .addAll(
                        List.of(
                                of("L-1", margin("o-1", "A", 1, NOW)),
                                of("L-2", margin("o-2", "A", 2, NOW)),
                                margin("o-3", "A", 4, NOW)),
                        WRITING);

        List<DecidedUnit> units = units();

        assertThat(units)
                .extracting(unit -> unit.outcomes().stream()
                        .mapToDouble(DatedOutcome::amount)
                        .sum())
                .containsExactlyInAnyOrder(5.0, 6.0, 7.0, 5.0);
        assertThat(units.get(3).outcomes())
                .as("one list for all decisions about a line")
                .isSameAs(units.stream()
                        .filter(unit -> unit.outcomes().stream().anyMatch(each -> each.amount() == 1)
                                && unit.outcomes().size() == 2)
                        .findFirst()
                        .orElseThrow()
                        .outcomes());
    }

    @Test
    void readsOnlyWhatEffectsAreAbout() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        List<Outcome> told = new ArrayList<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            told.add(new Outcome(
                    "o-" + kind.code(),
                    "A",
                    "",
                    kind,
                    kind == OutcomeKind.LEFT ? Optional.of(LeaveType.VOLUNTARY) : Optional.empty(),
                    kind.hasReason() ? Optional.of("price") : Optional.empty(),
                    kind.hasAmount() ? OptionalDouble.of(3) : OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    NOW,
                    NOW));
        }
        assertThat(store.outcomes().addAll(told, WRITING)).allMatch(RowOutcome::written);

        assertThat(units().get(0).outcomes())
                .extracting(DatedOutcome::kind)
                .containsExactlyInAnyOrder(
                        OutcomeKind.LEFT, OutcomeKind.RETURNED, OutcomeKind.SATISFACTION, OutcomeKind.MARGIN);
    }

    @Test
    void namesNoProtectorAsTheReasonThatLed() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        execute("update prediction set reasons = '[{\"code\":\"loyal\",\"impact\":-0.3}]'"
                + " where prediction_id = 'p-d-1'");

        assertThat(units()).extracting(DecidedUnit::reason).containsExactly("", "price");
    }

    /** As plans look effects up: what was measured under one name must not be sought under another. */
    @Test
    void namesNoReasonThatPlansDoNotGoBy() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B"), planned("d-3", "C")), WRITING);
        execute("update prediction set reasons = '[{\"code\":\"price\",\"impact\":0.9,\"settled\":false}]'"
                + " where prediction_id = 'p-d-1'");
        execute(
                "update prediction set reasons = '[{\"code\":\"age\",\"impact\":0.9,\"actionable\":false},"
                        + "{\"code\":\"neglect\",\"impact\":0.2,\"settled\":true,\"actionable\":true}]' where prediction_id = 'p-d-2'");

        assertThat(units()).extracting(DecidedUnit::reason).containsExactly("", "neglect", "price");
    }

    @Test
    void comparesNobodyWhoseGoalWasNotNoted() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), withheld("d-2", "B"), planned("d-3", "C")), WRITING);
        execute("update decision set goal = null where decision_id <> 'd-3'");

        assertThat(units()).extracting(DecidedUnit::side).containsExactly(Side.OUTSIDE, Side.OUTSIDE, Side.ASSIGNED);
    }

    /** By the lot that a campaign draws anew, a later decision is a trial of its own. */
    @Test
    void knowsWhatTheCampaignDrewByItself() {
        Instant later = NOW.plus(Duration.ofDays(31));
        store.plans().keep(plan("p", drawnAnew("d-1", "A", 0.02), drawnAnew("d-2", "B", 0)), WRITING);
        store.plans().keep(plan("p-2", drawnAnew("d-3", "C", 0.02)), WRITING);
        store.plans().keep(plan("q", drawnAnew("d-4", "A", 0.02), planned("d-5", "D")), at(later));
        execute("update decision set campaign_share = null where decision_id = 'd-5'");
        execute("update care_plan set settings = '{}' where plan_id = 'q'");

        assertThat(units())
                .extracting(DecidedUnit::lot)
                .containsExactly(
                        new CampaignLot("spring", 0.02),
                        new CampaignLot("spring", 0),
                        new CampaignLot("spring", 0.02),
                        new CampaignLot("", 0.02),
                        CampaignLot.NONE);
    }

    /** A shadow of a campaign alone stands on no side, and is drawn by the campaign with its own share. */
    @Test
    void knowsWhomACampaignHeldOutByItself() {
        Instant until = NOW.plus(Duration.ofDays(30));
        NewDecision shadow = heldOut("d-1", "A", 0.1, until);
        NewDecision forGood = heldOut("d-2", "B", 0, until);
        store.plans().keep(plan("p", shadow, forGood), WRITING);

        assertThat(units()).extracting(DecidedUnit::side).containsExactly(Side.SHADOW, Side.SHADOW);
        assertThat(units()).extracting(DecidedUnit::heldOutWith).containsExactly(0.12, 0.12);
        assertThat(units())
                .extracting(DecidedUnit::lot)
                .containsExactly(new CampaignLot("spring", 0.1), new CampaignLot("spring", 0));
    }

    private static NewDecision heldOut(String decisionId, String customer, double campaignShare, Instant until) {
        return NewDecision.of(decisionId, customer, HoldOutMember.HELD_OUT, NewDecision.WITHHELD, until)
                .candidates(List.of(new StoredCandidate("nothing", 0.12, OptionalDouble.of(0))), 0.12)
                .campaignShare(campaignShare)
                .goal(Optional.of(NewDecision.RETAIN))
                .build();
    }

    private static NewDecision drawnAnew(String decisionId, String customer, double campaignShare) {
        Instant until = NOW.plus(Duration.ofDays(30));
        return NewDecision.of(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, until)
                .campaignShare(campaignShare)
                .build();
    }

    private void execute(String sql) {
        store.connections().write(handle -> handle.execute(sql));
    }

    private static NewDecision about(String decisionId, String unit) {
        return about(decisionId, unit, NOW);
    }

    private static NewDecision about(String decisionId, String unit, Instant decided) {
        Instant until = decided.plus(Duration.ofDays(30));
        return NewDecision.of(decisionId, "A", HoldOutMember.TREATED, NewDecision.PLANNED, until)
                .unit(unit)
                .goal(Optional.of(NewDecision.RETAIN))
                .build();
    }

    private static Outcome of(String unit, Outcome outcome) {
        return new Outcome(
                outcome.outcomeId(),
                outcome.customerId(),
                unit,
                outcome.kind(),
                outcome.leave(),
                outcome.reason(),
                outcome.amount(),
                outcome.predictionId(),
                outcome.decisionId(),
                outcome.supersedes(),
                outcome.occurredAt(),
                outcome.reportedAt());
    }

    @Test
    void givesWhatHappenedAtOneMomentInTheOrderInWhichItWasTold() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.outcomes()
                .addAll(List.of(margin("o-9", "A", 1, NOW), margin("o-2", "A", 3, NOW)), at(NOW.plusSeconds(1)));
        store.outcomes()
                .addAll(
                        List.of(margin("o-1", "A", 4, NOW), margin("o-3", "A", 0, NOW.minusSeconds(9))),
                        at(NOW.plusSeconds(2)));

        assertThat(units().get(0).outcomes()).extracting(DatedOutcome::amount).containsExactly(0.0, 3.0, 1.0, 4.0);
    }

    @Test
    void readsNoReasonsOfThoseWithoutAPlayAndSharesWhatIsEqual() {
        store.plans()
                .keep(plan("plan-1", planned("d-1", "A"), PlansOf.nothing("d-2", "B"), planned("d-3", "C")), WRITING);
        List<DecidedUnit> units = units();

        assertThat(units).extracting(DecidedUnit::reason).containsExactly("price", "", "price");
        assertThat(units.get(0).reason()).isSameAs(units.get(2).reason());
        assertThat(units.get(0).plan()).isSameAs(units.get(2).plan());
        assertThat(units.get(0).action()).isSameAs(units.get(2).action());
    }

    @Test
    void knowsWhichPlansThereAre() {
        store.plans().keep(plan("p", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("p-2", planned("d-2", "B")), WRITING);
        store.plans().keep(plan("spring-2", planned("d-3", "A")), WRITING);

        assertThat(List.of("p", "p-2", "spring-2", "spring", "").stream().filter(store::isPlan))
                .as("a piece is none, one that decided nothing new is")
                .containsExactly("p", "spring-2");
    }

    @Test
    void tellsPiecesOfOnePlanFromPlansOfTheirOwn() {
        store.plans().keep(plan("p", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("p-2", planned("d-2", "B")), WRITING);
        store.plans().keep(plan("spring-2", planned("d-3", "C")), WRITING);

        assertThat(units()).extracting(DecidedUnit::plan).containsExactly("p", "p", "spring-2");
    }

    @Test
    void closesNoWindowByAReportFromTheFuture() {
        assertThat(store.effectData(NOW).lastReport()).isEmpty();
        store.outcomes()
                .addAll(List.of(left("o-1", "A", NOW), left("o-2", "A", NOW.plusSeconds(60))), at(NOW.plusSeconds(60)));

        assertThat(store.effectData(NOW.plusSeconds(30)).lastReport()).isEqualTo(Map.of(OutcomeKind.LEFT, NOW));
        assertThat(store.effectData(NOW.plusSeconds(90)).lastReport())
                .isEqualTo(Map.of(OutcomeKind.LEFT, NOW.plusSeconds(60)));
    }

    @Test
    void knowsTheLastReportOfEachKind() {
        store.outcomes()
                .addAll(
                        List.of(
                                left("o-1", "A", NOW),
                                margin("o-2", "A", 7, NOW.plusSeconds(20)),
                                margin("o-3", "B", 7, NOW.plusSeconds(60))),
                        at(NOW.plusSeconds(60)));

        assertThat(store.effectData(NOW.plusSeconds(90)).lastReport())
                .isEqualTo(Map.of(OutcomeKind.LEFT, NOW, OutcomeKind.MARGIN, NOW.plusSeconds(60)));
    }

    private static NewDecision with(
            NewDecision decision, String household, String arm, String status, String tier, String goal) {
        return NewDecision.of(decision.decisionId(), decision.customerId(), arm, status, decision.expiresAt())
                .household(household)
                .action(decision.action(), decision.steps())
                .tier(Optional.of(tier))
                .goal(Optional.of(goal))
                .build();
    }
}
