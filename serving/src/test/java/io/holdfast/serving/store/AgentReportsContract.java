package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.turn;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agents found out by trying, whatever the database. */
abstract class AgentReportsContract extends OpenStore {
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));
    private static final Instant TRIED = NOW.plusSeconds(60);

    private void tried(String customer, Disposition disposition) {
        String item = store.work()
                .query(WorkQuery.all().ofCustomer(customer), TRIED)
                .get(0)
                .itemId();
        Attempt attempt = new Attempt("a-" + item, item, "ann", disposition, Optional.empty(), "");
        store.work().attemptAll(List.of(attempt), at(TRIED));
    }

    private CustomerState later(String customer) {
        return store.people().look(List.of(customer), LATER).get(0);
    }

    private void outcome(OutcomeKind kind, Optional<LeaveType> leave, String unit, Instant at) {
        Outcome outcome = turn(kind, leave, "o-" + kind + at, "C-1", unit, at);
        assertThat(store.outcomes().addAll(List.of(outcome), at(LATER)).get(0).refusal())
                .isEmpty();
    }

    private static NewDecision ofUnit(String decisionId, String customer, String unit) {
        NewDecision whole = planned(decisionId, customer);
        return NewDecision.of(decisionId, customer, whole.arm(), whole.status(), whole.expiresAt())
                .unit(unit)
                .action(whole.action(), whole.steps())
                .goal(whole.goal())
                .build();
    }

    private Optional<String> barred(String customer) {
        List<WorkItem> closed =
                store.work().query(WorkQuery.all().ofCustomer(customer).in(WorkStatus.CLOSED), LATER);
        return closed.stream()
                .filter(item -> item.attempts() == 0)
                .flatMap(item -> item.disposition().stream())
                .findFirst();
    }

    @Test
    void whoLeftByAnAgentsReportIsGoneUntilAnOutcomeSaysOtherwise() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        tried("C-1", Disposition.ALREADY_LEFT);
        tried("C-2", Disposition.REACHED);

        assertThat(later("C-1").left("")).isTrue();
        assertThat(later("C-1").left("L-1")).as("with all they have").isTrue();
        assertThat(later("C-1").departures().left("")).as("no outcome").isFalse();
        assertThat(later("C-2").left("")).isFalse();
        outcome(OutcomeKind.STAYED, Optional.empty(), "", TRIED.minusSeconds(1));
        assertThat(later("C-1").left("")).as("known before").isTrue();
        outcome(OutcomeKind.SATISFACTION, Optional.empty(), "", LATER);
        assertThat(later("C-1").left("")).as("says nothing of it").isTrue();
        outcome(OutcomeKind.STAYED, Optional.empty(), "", LATER);
        assertThat(later("C-1").left("")).isFalse();
    }

    @Test
    void isThereAgainAlsoByAReturnOrALeaveThatIsNone() {
        for (String how : List.of("returned", "internal", "partial", "voluntary")) {
            String customer = "C-" + how;
            store.plans().keep(plan("plan-" + how, planned("d-" + how, customer)), WRITING);
            tried(customer, Disposition.ALREADY_LEFT);
            Outcome outcome = how.equals("returned")
                    ? turn(OutcomeKind.RETURNED, Optional.empty(), "o-" + how, customer, "", LATER)
                    : turn(OutcomeKind.LEFT, LeaveType.of(how), "o-" + how, customer, "", LATER);
            store.outcomes().addAll(List.of(outcome), at(LATER));

            assertThat(later(customer).left("")).as(how).isEqualTo(how.equals("voluntary"));
        }
    }

    @Test
    void whatWasReportedOnTheSameDayGoesByTheLaterReport() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        tried("C-1", Disposition.ALREADY_LEFT);
        Instant day = Instant.parse("2026-01-31T00:00:00Z");
        Outcome stayed = turn(OutcomeKind.STAYED, Optional.empty(), "o-1", "C-1", "", day);

        store.outcomes()
                .addAll(
                        List.of(OutcomesOf.about(stayed, Optional.empty(), Optional.empty(), TRIED.minusSeconds(1))),
                        at(LATER));
        assertThat(later("C-1").left("")).isTrue();
        Outcome evening = turn(OutcomeKind.STAYED, Optional.empty(), "o-2", "C-1", "", day);
        store.outcomes()
                .addAll(
                        List.of(OutcomesOf.about(evening, Optional.empty(), Optional.empty(), TRIED.plusSeconds(1))),
                        at(LATER));
        assertThat(later("C-1").left("")).isFalse();
    }

    private String itemOf(String decisionId) {
        return store.work().query(WorkQuery.all(), TRIED).stream()
                .filter(item -> item.decisionId().equals(decisionId))
                .findFirst()
                .orElseThrow()
                .itemId();
    }

    private void tried(String decisionId, Disposition disposition, Instant at) {
        String item = itemOf(decisionId);
        store.work()
                .attemptAll(
                        List.of(new Attempt("a-" + decisionId, item, "ann", disposition, Optional.empty(), "")),
                        at(at));
    }

    @Test
    void whatIsSaidOfOneLineRevivesThatLineAlone() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofUnit("d-0", "C-1", ""),
                                ofUnit("d-1", "C-1", "L-1"),
                                ofUnit("d-2", "C-1", "L-2")),
                        WRITING);
        tried("d-0", Disposition.ALREADY_LEFT, TRIED);
        outcome(OutcomeKind.STAYED, Optional.empty(), "L-2", LATER);

        assertThat(later("C-1").left("L-2")).isFalse();
        assertThat(later("C-1").left("L-1")).isTrue();
        assertThat(later("C-1").left("")).as("there with a first line").isFalse();
        assertThat(store.work().query(WorkQuery.all().ofCustomer("C-1"), LATER))
                .extracting(WorkItem::decisionId)
                .containsExactly("d-2");
        assertThat(barred("C-1")).contains("already_left");
    }

    @Test
    void whoIsReachedOrCallsIsThere() {
        for (String customer : List.of("C-1", "C-2", "C-3")) {
            store.plans()
                    .keep(
                            plan(
                                    "plan-" + customer,
                                    ofUnit("w-" + customer, customer, ""),
                                    ofUnit("x-" + customer, customer, "L-1"),
                                    ofUnit("y-" + customer, customer, "L-2"),
                                    PlansOf.winBack("z-" + customer, customer, "L-3")),
                            WRITING);
        }
        String claimed = itemOf("x-C-1");
        store.work().claim(claimed, "bob", WRITING);
        tried("w-C-1", Disposition.ALREADY_LEFT, TRIED);
        tried("w-C-2", Disposition.ALREADY_LEFT, TRIED);
        tried("x-C-3", Disposition.ALREADY_LEFT, TRIED);

        store.work()
                .attempt(
                        new Attempt("a-1", claimed, "bob", Disposition.ACCEPTED, Optional.empty(), ""),
                        at(TRIED.plusSeconds(60)));
        assertThat(later("C-1").left("L-1")).isFalse();
        assertThat(later("C-1").left("L-2")).isTrue();
        assertThat(barred("C-1")).contains("already_left");

        tried("z-C-2", Disposition.REACHED, TRIED.plusSeconds(60));
        assertThat(later("C-2").left(""))
                .as("to be reached for a return is not to be there")
                .isTrue();
        store.contacts().add(contact("c-1", "C-2", "inbound", TRIED.minusSeconds(1)), at(LATER));
        assertThat(later("C-2").left("")).as("before").isTrue();
        store.contacts().add(contact("c-2", "C-2", "inbound", TRIED.plusSeconds(60)), at(LATER));
        assertThat(later("C-2").left("")).isFalse();
        assertThat(later("C-2").left("L-2")).isFalse();
        assertThat(barred("C-2")).isEmpty();

        store.contacts().add(contact("c-3", "C-3", "inbound", TRIED.plusSeconds(60)), at(LATER));
        assertThat(later("C-3").left("L-1"))
                .as("who calls need not call about that line")
                .isTrue();
        store.contacts()
                .add(
                        new Contact(
                                "c-4", "C-3", Optional.of("x-C-3"), "service", "inbound", "phone", "", LATER, LATER),
                        at(LATER));
        assertThat(later("C-3").left("L-1")).isFalse();
    }

    @Test
    void theWrongNumberOfADuplicateDoesNotBarTheRightOne() {
        for (String id : List.of("1", "2", "3", "4")) {
            store.plans()
                    .keep(plan("plan-" + id, planned("a-" + id, "A-" + id), ofUnit("b-" + id, "B-" + id, "")), WRITING);
        }
        tried("b-1", Disposition.REACHED, TRIED.minusSeconds(10));
        tried("a-1", Disposition.WRONG_NUMBER, TRIED);
        store.people().merge("A-1", "B-1", at(TRIED.plusSeconds(60)));
        assertThat(later("B-1").reports().wrongChannels()).isEmpty();
        store.plans().keep(plan("plan-5", planned("c-1", "B-1")), at(TRIED.plusSeconds(90)));
        assertThat(barred("B-1")).isEmpty();

        tried("a-2", Disposition.WRONG_NUMBER, TRIED);
        store.people().merge("A-2", "B-2", at(TRIED.plusSeconds(60)));
        assertThat(later("B-2").reports().wrongChannels())
                .as("no id was ever reached")
                .containsExactly("phone");

        tried("a-3", Disposition.REACHED, TRIED.minusSeconds(10));
        tried("b-3", Disposition.WRONG_NUMBER, TRIED);
        store.people().merge("A-3", "B-3", at(TRIED.plusSeconds(60)));
        assertThat(later("B-3").reports().wrongChannels())
                .as("that of the id that stays")
                .containsExactly("phone");

        store.contacts().add(contact("c-9", "B-4", "inbound", NOW), at(TRIED));
        tried("a-4", Disposition.WRONG_NUMBER, TRIED);
        store.people().merge("A-4", "B-4", at(TRIED.plusSeconds(60)));
        assertThat(later("B-4").reports().wrongChannels()).isEmpty();
    }

    @Test
    void aUnitThatLeftLeavesTheOthersAndTheirWork() {
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "L-1")), WRITING);
        tried("C-1", Disposition.ALREADY_LEFT);
        store.plans().keep(plan("plan-2", ofUnit("d-2", "C-1", "L-2")), WRITING);

        assertThat(later("C-1").left("L-1")).isTrue();
        assertThat(later("C-1").left("L-2")).isFalse();
        assertThat(later("C-1").left("")).isFalse();
        assertThat(barred("C-1")).isEmpty();
    }

    @Test
    void whoIsGoneWithAllHasNoWorkToBeKept() {
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "")), WRITING);
        tried("C-1", Disposition.ALREADY_LEFT);
        store.plans().keep(plan("plan-2", ofUnit("d-2", "C-1", "L-2"), PlansOf.winBack("d-3", "C-1", "L-3")), WRITING);

        assertThat(store.work().query(WorkQuery.all().ofCustomer("C-1"), LATER))
                .as("to win back is another thing")
                .extracting(WorkItem::decisionId)
                .containsExactly("d-3");
        assertThat(barred("C-1")).contains("already_left");
    }

    @Test
    void whoWasToBeWonBackHasNotLeftAnew() {
        store.plans().keep(plan("plan-1", PlansOf.winBack("d-1", "C-1", "")), WRITING);
        tried("C-1", Disposition.ALREADY_LEFT);

        assertThat(later("C-1").left("")).isFalse();
    }

    @Test
    void aWrongNumberBarsItsChannelUntilItLeadsToTheCustomer() {
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "L-1")), WRITING);
        tried("C-1", Disposition.WRONG_NUMBER);
        store.plans().keep(plan("plan-2", ofUnit("d-2", "C-1", "L-2")), WRITING);

        assertThat(later("C-1").reports().wrongChannels()).containsExactly("phone");
        assertThat(barred("C-1")).contains("wrong_number");
        assertThat(later("C-1")
                        .barrier(later("C-1").decisions().get(0))
                        .orElseThrow()
                        .code())
                .isEqualTo("wrong_number");
        String item = store.work().query(WorkQuery.all().ofCustomer("C-1").in(WorkStatus.CLOSED), LATER).stream()
                .filter(each -> each.attempts() == 0)
                .findFirst()
                .orElseThrow()
                .itemId();
        assertRefused("wrong_number", () -> store.work().claim(item, "bob", at(LATER)));
        store.contacts().consent(new Consent("C-1", Consent.CARE, "email", true, LATER, "crm"), at(LATER));
        assertThat(later("C-1").reports().wrongChannels()).as("another channel").containsExactly("phone");
        store.contacts().consent(new Consent("C-1", Consent.CARE, Consent.ALL, true, LATER, "crm"), at(LATER));
        assertThat(later("C-1").reports().wrongChannels())
                .as("to all care, as it may be sent again every night")
                .containsExactly("phone");
        store.contacts().consent(new Consent("C-1", Consent.CARE, "phone", true, LATER, "crm"), at(LATER));
        assertThat(later("C-1").reports().wrongChannels()).isEmpty();
        assertThat(store.work().claim(item, "bob", at(LATER)).claimedBy()).contains("bob");
    }

    @Test
    void aConsentThatWasKnownBeforeAndIsSentAgainLiftsNothing() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        store.contacts().consent(phone("C-1", true, NOW.minusSeconds(60)), WRITING);
        tried("C-1", Disposition.WRONG_NUMBER);

        store.contacts().consent(phone("C-1", true, TRIED.plusSeconds(60)), at(LATER));
        assertThat(later("C-1").reports().wrongChannels())
                .as("the same state as every night")
                .containsExactly("phone");
        store.contacts().consent(phone("C-1", false, TRIED.plusSeconds(90)), at(LATER));
        store.contacts().consent(phone("C-1", true, LATER), at(LATER));
        assertThat(later("C-1").reports().wrongChannels())
                .as("agreed anew after a refusal")
                .isEmpty();
    }

    @Test
    void aConsentThatBothIdsHadGivenIsNoNewOneAfterAMerge() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        store.contacts().consent(phone("C-1", true, NOW.minusSeconds(60)), WRITING);
        tried("C-1", Disposition.WRONG_NUMBER);
        store.contacts().consent(phone("C-9", true, LATER.minusSeconds(60)), at(LATER));

        store.people().merge("C-1", "C-9", at(LATER));
        assertThat(later("C-9").reports().wrongChannels()).containsExactly("phone");
        store.contacts().consent(phone("C-8", true, LATER), at(LATER));
        store.people().merge("C-9", "C-8", at(LATER));
        assertThat(later("C-8").reports().wrongChannels()).containsExactly("phone");
    }

    private static Consent phone(String customer, boolean granted, Instant said) {
        return new Consent(customer, Consent.CARE, "phone", granted, said, "crm");
    }

    @Test
    void aCallOfTheCustomerOrOneThatReachedThemLiftsIt() {
        store.plans()
                .keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2"), planned("d-3", "C-3")), WRITING);
        List.of("C-1", "C-2", "C-3").forEach(customer -> tried(customer, Disposition.WRONG_NUMBER));

        store.contacts().add(contact("c-1", "C-1", "inbound", TRIED.minusSeconds(60)), at(LATER));
        assertThat(later("C-1").reports().wrongChannels()).as("before").containsExactly("phone");
        store.contacts().add(contact("c-2", "C-1", "outbound", LATER), at(LATER));
        assertThat(later("C-1").reports().wrongChannels())
                .as("nobody says that it reached them, as with a mailing")
                .containsExactly("phone");
        store.contacts().add(contact("c-3", "C-1", "inbound", LATER), at(LATER));
        assertThat(later("C-1").reports().wrongChannels()).isEmpty();

        store.plans().keep(plan("plan-2", ofUnit("d-4", "C-2", "L-2")), at(TRIED));
        String item = store.work().query(WorkQuery.all().ofCustomer("C-2").in(WorkStatus.CLOSED), TRIED).stream()
                .filter(each -> each.attempts() == 0)
                .findFirst()
                .orElseThrow()
                .itemId();
        store.contacts()
                .consent(new Consent("C-2", Consent.CARE, "phone", true, TRIED.plusSeconds(1), "crm"), at(LATER));
        store.work().claim(item, "ann", at(LATER));
        store.work()
                .attempt(
                        new Attempt("a-4", item, "ann", Disposition.WRONG_NUMBER, Optional.empty(), ""),
                        at(LATER.plusSeconds(1)));
        assertThat(store.people()
                        .look(List.of("C-2"), LATER.plusSeconds(2))
                        .get(0)
                        .reports()
                        .wrongChannels())
                .as("wrong again")
                .containsExactly("phone");
        assertThat(later("C-3").reports().wrongChannels()).containsExactly("phone");
    }

    /** The number was corrected, the consent has stood all along, and the list keeps nobody's call open. */
    @Test
    void theFirstContactByTheCorrectedNumberLiftsItAndAnAttemptDoesNot() {
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "L-1"), ofUnit("d-2", "C-1", "L-2")), WRITING);
        store.contacts().consent(phone("C-1", true, NOW.minusSeconds(60)), WRITING);
        String second = itemOf("d-2");
        store.work().claim(second, "bob", at(NOW.plusSeconds(30)));
        tried("d-1", Disposition.WRONG_NUMBER, TRIED);

        store.work()
                .attempt(
                        new Attempt("a-2", second, "bob", Disposition.NO_ANSWER, Optional.empty(), ""),
                        at(TRIED.plusSeconds(60)));
        assertThat(later("C-1").reports().wrongChannels())
                .as("an attempt is noted as a contact, too, and reached nobody")
                .containsExactly("phone");
        store.contacts().add(care("c-1", Optional.of("d-1"), "phone", TRIED.plusSeconds(5)), at(LATER));
        assertThat(later("C-1").reports().wrongChannels())
                .as("another system's word on the attempt itself")
                .containsExactly("phone");
        store.contacts().add(care("c-2", Optional.empty(), "email", LATER), at(LATER));
        store.contacts().add(care("c-3", Optional.empty(), "phone", TRIED.minusSeconds(1)), at(LATER));
        assertThat(later("C-1").reports().wrongChannels()).containsExactly("phone");

        store.contacts().add(care("c-4", Optional.empty(), "phone", LATER), at(LATER));

        assertThat(later("C-1").reports().wrongChannels()).isEmpty();
        assertThat(store.work().claim(second, "bob", at(LATER)).claimedBy()).contains("bob");
    }

    private static Contact care(String id, Optional<String> decision, String channel, Instant at) {
        return new Contact(id, "C-1", decision, "care", "outbound", channel, "", at, at);
    }

    /** A server of the version before may write beside this one, and tells nothing of since when. */
    @Test
    void aConsentThatAnOlderServerNotedCountsFromWhenItWasSaid() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        tried("C-1", Disposition.WRONG_NUMBER);
        store.contacts().consent(phone("C-1", true, TRIED.plusSeconds(60)), at(LATER));
        store.connections().write(handle -> handle.execute("update consent set since = null"));

        assertThat(later("C-1").reports().wrongChannels()).isEmpty();
    }

    private static Contact contact(String id, String customer, String direction, Instant at) {
        return new Contact(id, customer, Optional.empty(), "service", direction, "phone", "", at, at);
    }

    @Test
    void followsAMergeStandsInTheExportAndGoesWithAnErasure() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), play("d-2", "C-2", 2)), WRITING);
        tried("C-1", Disposition.WRONG_NUMBER);
        tried("C-2", Disposition.ALREADY_LEFT);
        store.people().merge("C-1", "C-3", at(LATER));
        store.people().merge("C-2", "C-3", at(LATER));

        assertThat(later("C-1").reports().wrongChannels()).containsExactly("phone");
        assertThat(later("C-3").left("")).isTrue();
        JsonNode file = store.people().export("C-3", at(LATER)).orElseThrow();
        assertThat(file.path("work_attempt").findValuesAsText("disposition")).contains("wrong_number", "already_left");
        store.people().erase("C-3", at(LATER));
        assertThat(later("C-3").reports()).isEqualTo(AgentReports.NONE);
        assertThat(later("C-3").left("")).isFalse();
    }

    @Test
    void isNoOutcome() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        EffectData before = store.effectData(LATER);
        tried("C-1", Disposition.ALREADY_LEFT);

        assertThat(store.outcomes().of("C-1")).isEmpty();
        assertThat(store.effectData(LATER)).isEqualTo(before);
        store.outcomes().addAll(List.of(left("o-1", "C-1", LATER)), at(LATER));
        assertThat(store.effectData(LATER)).isNotEqualTo(before);
    }

    @Test
    void theNextPlanIsToldWhatWasRefused() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        tried("C-1", Disposition.REFUSED);
        tried("C-2", Disposition.ACCEPTED);

        var decided = store.plans().decided(List.of("C-1", "C-2"), NOW, LATER);
        assertThat(decided.get("C-1")).extracting(DecidedPlay::refusedAt).containsExactly(Optional.of(TRIED));
        assertThat(decided.get("C-2")).extracting(DecidedPlay::refusedAt).containsExactly(Optional.empty());
    }

    @Test
    void whatWasRefusedAfterAMergeIsHeard() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), WRITING);
        String first = itemOf("d-1");
        String second = itemOf("d-2");
        store.work().claim(first, "ann", WRITING);
        store.work().claim(second, "bob", WRITING);
        store.people().merge("B", "A", at(TRIED));
        Instant refused = TRIED.plusSeconds(10);
        for (String item : List.of(first, second)) {
            String agent = item.equals(first) ? "ann" : "bob";
            store.work()
                    .attempt(
                            new Attempt("a-" + item, item, agent, Disposition.REFUSED, Optional.empty(), ""),
                            at(refused));
        }

        assertThat(store.plans().refusedAfterMerge(List.of("A"), NOW, LATER))
                .as("the other one is among those decided")
                .containsExactly(entry("A", List.of(new RefusedPlay("A", "bill-review", "plan-2", refused))));
        assertThat(store.plans().decided(List.of("A"), NOW, LATER).get("A"))
                .extracting(DecidedPlay::refusedAt)
                .containsExactly(Optional.of(refused));
        assertThat(store.plans().refusedAfterMerge(List.of("A"), NOW, refused.minusSeconds(1)))
                .as("as known then")
                .isEmpty();
        assertThat(store.plans().refusedAfterMerge(List.of("A"), refused.plusSeconds(1), LATER))
                .as("long ago")
                .isEmpty();
        assertThat(store.plans().refusedAfterMerge(List.of(), NOW, LATER)).isEmpty();
    }
}
