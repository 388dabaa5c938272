package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.nothing;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contacts, consent and what counts for a customer's rest, whatever the database. */
abstract class ContactContract extends OpenStore {
    @Test
    void countsTheSameContactOnce() {
        assertThat(store.contacts().add(contact("k-1", "C-1", "hello"), WRITING))
                .isTrue();
        assertThat(store.contacts().add(contact("k-1", "C-1", "hello"), at(NOW.plusSeconds(9))))
                .isFalse();
        assertRefused("contact_exists", () -> store.contacts().add(contact("k-1", "C-1", "other"), WRITING));

        assertThat(store.contacts().of("C-1")).containsExactly(contact("k-1", "C-1", "hello"));
        assertThat(store.audit().verify().entries()).isEqualTo(1);
    }

    @Test
    void refusesContactsAboutDecisionsThatAreNone() {
        Contact contact = new Contact("k-1", "C-1", Optional.of("d-0"), "care", "outbound", "phone", "", NOW, NOW);

        assertThatThrownBy(() -> store.contacts().add(contact, WRITING))
                .asInstanceOf(type(WriteRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.isAbsent()).isTrue());
        assertThat(store.contacts().of("C-1")).isEmpty();
        assertThat(store.audit().verify().entries()).isZero();
    }

    private static Contact called(String contactId, String customer, String decision, Instant at) {
        return new Contact(contactId, customer, Optional.of(decision), "care", "outbound", "phone", "", at, at);
    }

    @Test
    void aContactForADecisionIsItsWork() {
        store.plans()
                .keep(plan("plan-1", planned("d-1", "C-1"), play("d-2", "C-2", 2), planned("d-3", "C-3")), WRITING);
        String one = item("C-1").itemId();
        Instant later = NOW.plus(Duration.ofDays(2));

        store.contacts().add(called("k-1", "C-1", "d-1", NOW), WRITING);
        assertThat(store.work().find(one, NOW).orElseThrow().disposition()).contains("contacted");
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("done");
        assertThatThrownBy(() -> store.work().claim(one, "ann", WRITING))
                .hasMessageContaining("Somebody has contacted the customer");

        store.contacts().add(called("k-2", "C-2", "d-2", NOW), WRITING);
        store.contacts().add(called("k-2", "C-2", "d-2", NOW), WRITING);
        assertThat(item("C-2").step()).as("the next step goes on").isEqualTo(2);
        store.contacts().add(called("k-3", "C-2", "d-2", NOW.plusSeconds(9)), WRITING);
        assertThat(item("C-2").step()).as("which is not due yet").isEqualTo(2);
        store.contacts().add(called("k-4", "C-2", "d-2", later), at(later));
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("done");

        store.contacts()
                .add(new Contact("k-5", "C-3", Optional.of("d-3"), "care", "inbound", "phone", "", NOW, NOW), WRITING);
        store.contacts()
                .add(new Contact("k-6", "C-3", Optional.of("d-3"), "sale", "outbound", "phone", "", NOW, NOW), WRITING);
        store.contacts().add(called("k-7", "C-1", "d-3", NOW), WRITING);
        assertThat(item("C-3").status()).as("none of these is its work").isEqualTo(WorkStatus.OPEN);
    }

    @Test
    void aContactThatTellsOfAnAttemptIsNoFurtherStep() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), planned("d-2", "C-2")), WRITING);
        Instant due = NOW.plus(Duration.ofDays(2));
        String first = item("C-1").itemId();
        store.work()
                .attemptAll(
                        List.of(new Attempt("a-1", first, "ann", Disposition.REACHED, Optional.empty(), "")), at(due));
        String claimed = item("C-2").itemId();
        store.work().claim(claimed, "ann", WRITING);

        store.contacts().add(called("k-1", "C-1", "d-1", due.minusSeconds(300)), at(due));
        assertThat(item("C-1").step()).isEqualTo(2);
        store.contacts().add(called("k-2", "C-2", "d-2", NOW), WRITING);
        assertThat(item("C-2").claimedBy()).as("who is at it says how it ended").contains("ann");
    }

    private RowOutcome reported(String item, Disposition disposition, Instant at) {
        Attempt attempt = new Attempt("a-" + item + disposition, item, "ann", disposition, Optional.empty(), "");
        return store.work().attemptEach(List.of(attempt), at(at)).get(0);
    }

    /** The system that dials knows of the call first; who called says afterwards what came of it. */
    @Test
    void whatCameOfAReportedContactIsHeardAfterwards() {
        for (Disposition disposition :
                List.of(Disposition.REFUSED, Disposition.WRONG_NUMBER, Disposition.ALREADY_LEFT)) {
            String code = disposition.code();
            store.plans().keep(plan("plan-" + code, play("d-" + code, code, 2)), WRITING);
            String first = item(code).itemId();
            store.contacts().add(called("k-" + code, code, "d-" + code, NOW.plusSeconds(60)), WRITING);
            assertThat(item(code).step()).isEqualTo(2);
            String second = item(code).itemId();

            RowOutcome row = reported(first, disposition, NOW.plusSeconds(120));

            assertThat(row.refusal()).as(code).isEmpty();
            assertThat(row.written()).isTrue();
            assertThat(store.work().find(first, NOW).orElseThrow().disposition())
                    .contains(code);
            assertThat(store.work().find(second, NOW).orElseThrow().disposition())
                    .as("later steps are dropped")
                    .contains("stopped");
            assertThat(store.plans().find("d-" + code).orElseThrow().state()).isEqualTo("done");
            assertThat(reported(first, disposition, NOW.plusSeconds(120)).written())
                    .as("the same again")
                    .isFalse();
            assertThat(reported(first, Disposition.ACCEPTED, NOW.plusSeconds(130))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .as("once")
                    .isEqualTo("work_item_closed");
        }
        Instant later = NOW.plus(Duration.ofDays(2));
        List<String> all = List.of("refused", "wrong_number", "already_left");
        List<CustomerState> states = store.people().look(all, later);
        assertThat(store.plans().decided(all, NOW, later).get("refused"))
                .extracting(DecidedPlay::refusedAt)
                .containsExactly(Optional.of(NOW.plusSeconds(120)));
        assertThat(states.get(1).reports().wrongChannels()).containsExactly("phone");
        assertThat(states.get(2).left("")).isTrue();
    }

    @Test
    void whoSaysMuchLaterWhatCameOfItTalksOfAnotherCall() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String item = item("C-1").itemId();
        store.contacts().add(called("k-1", "C-1", "d-1", NOW), WRITING);

        assertThat(reported(item, Disposition.REFUSED, NOW.plus(Duration.ofHours(36)))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("work_item_closed");
        Attempt inTime = new Attempt(
                "a-1", item, "ann", Disposition.REFUSED, Optional.empty(), "", Optional.of(NOW.plusSeconds(9)));
        assertThat(store.work()
                        .attempt(inTime, at(NOW.plus(Duration.ofHours(40))))
                        .disposition())
                .contains("refused");
    }

    /** The agent was there: where nobody picked up, the step is to be tried again. */
    @Test
    void aContactThatReachedNobodyAfterAllLeavesTheStepToBeDone() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String one = item("C-1").itemId();
        String other = item("C-2").itemId();
        store.contacts().add(called("k-1", "C-1", "d-1", NOW), WRITING);
        store.contacts().add(called("k-2", "C-2", "d-2", NOW), WRITING);
        store.plans().keep(plan("plan-2", planned("d-3", "C-2")), at(NOW.plusSeconds(30)));

        assertThat(reported(one, Disposition.NO_ANSWER, NOW.plusSeconds(60)).written())
                .isTrue();
        assertThat(item("C-1").itemId()).isEqualTo(one);
        assertThat(item("C-1").status()).isEqualTo(WorkStatus.OPEN);
        assertThat(store.plans().find("d-1").orElseThrow().isOpen()).isTrue();
        assertThat(reported(other, Disposition.NO_ANSWER, NOW.plusSeconds(60)).written())
                .isTrue();
        assertThat(item("C-2").decisionId())
                .as("another decision stands by now")
                .isEqualTo("d-3");
        assertThat(store.work().find(other, NOW).orElseThrow().status()).isEqualTo(WorkStatus.CLOSED);
    }

    @Test
    void whatTwoSystemsTellOfOneCallIsOneStep() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2)), WRITING);
        Instant late = NOW.plus(Duration.ofDays(10));

        store.contacts().add(called("k-1", "C-1", "d-1", late), at(late));
        store.contacts().add(called("k-2", "C-1", "d-1", late.plusSeconds(2)), at(late.plusSeconds(9)));
        assertThat(item("C-1").step()).isEqualTo(2);
        Instant after = late.plus(Duration.ofHours(40));
        store.contacts().add(called("k-3", "C-1", "d-1", after), at(after));
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void aContactByAnotherChannelIsAnotherThing() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);

        store.contacts()
                .add(new Contact("k-1", "C-1", Optional.of("d-1"), "care", "outbound", "email", "", NOW, NOW), WRITING);
        assertThat(item("C-1").status()).isEqualTo(WorkStatus.OPEN);
        store.contacts().add(called("k-2", "C-1", "d-1", NOW.plusSeconds(60)), WRITING);
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void takesTheLaterWordOnConsent() {
        store.contacts().consent(consent("C-1", "*", false, NOW), WRITING);
        store.contacts().consent(consent("C-1", "*", true, NOW.minusSeconds(60)), WRITING);
        assertThat(look("C-1").optedOut()).isTrue();

        store.contacts().consent(consent("C-1", "*", true, NOW.plusSeconds(60)), WRITING);
        store.contacts().consent(consent("C-1", "email", false, NOW), WRITING);
        assertThat(look("C-1").optedOut()).isFalse();
        assertThat(look("C-1").refusedChannels()).containsExactly("email");

        store.contacts().consent(new Consent("C-1", Consent.PROFILING, "*", false, NOW, "letter"), WRITING);
        assertThat(look("C-1").objects()).isTrue();
    }

    @Test
    void ofTwoWordsAtOneMomentTheRefusalStands() {
        assertThat(store.contacts().consent(consent("C-1", "*", true, NOW), WRITING))
                .isTrue();
        assertThat(store.contacts().consent(consent("C-1", "*", false, NOW), WRITING))
                .isTrue();
        assertThat(look("C-1").optedOut()).isTrue();

        assertThat(store.contacts().consent(consent("C-1", "*", false, NOW), WRITING))
                .as("the same again")
                .isFalse();
        assertThat(store.contacts().consent(consent("C-1", "*", true, NOW), WRITING))
                .isFalse();
        assertThat(look("C-1").optedOut()).isTrue();
        assertThat(store.audit().verify().entries()).isEqualTo(2);
    }

    @Test
    void whatIsSaidAgainIsSoSinceTheFirstStatementThatCameIn() {
        for (boolean granted : List.of(true, false)) {
            String customer = "C-" + granted;
            Consent first = consent(customer, "phone", granted, NOW.minusSeconds(60));
            Consent again = new Consent(customer, Consent.CARE, "phone", granted, NOW.plusSeconds(60), "letter");

            assertThat(store.contacts().consent(first, WRITING)).isTrue();
            assertThat(store.contacts().consent(again, WRITING)).isTrue();
            assertThat(store.contacts().consent(again, WRITING))
                    .as("the same again")
                    .isFalse();
            assertThat(store.contacts().consent(first, WRITING)).as("earlier").isFalse();

            assertThat(since(customer)).isEqualTo(NOW.plusSeconds(60) + " letter since " + NOW.minusSeconds(60));
        }
    }

    /** As a system does that sends all it ever heard every night. */
    @Test
    void aHistoryThatIsSentAgainPutsNothingBackAcrossTheOppositeAnswer() {
        for (boolean granted : List.of(true, false)) {
            String customer = "H-" + granted;
            List<Consent> history = List.of(
                    consent(customer, "phone", granted, NOW.minusSeconds(120)),
                    consent(customer, "phone", !granted, NOW.minusSeconds(60)),
                    consent(customer, "phone", granted, NOW));
            history.forEach(each -> store.contacts().consent(each, WRITING));

            assertThat(history)
                    .allSatisfy(each ->
                            assertThat(store.contacts().consent(each, WRITING)).isFalse());

            assertThat(since(customer)).isEqualTo(NOW + " call since " + NOW);
        }
    }

    private String since(String customer) {
        JsonNode row = store.people()
                .export(customer, WRITING)
                .orElseThrow()
                .get("consent")
                .get(0);
        return row.get("said_at").asText() + " " + row.get("source").asText() + " since "
                + row.get("since").asText();
    }

    @Test
    void ofTwoWordsAtOneMomentTheRefusalStandsWhicheverIdIsMerged() {
        store.contacts().consent(consent("A", "*", true, NOW), WRITING);
        store.contacts().consent(consent("B", "*", false, NOW), WRITING);
        store.contacts().consent(consent("C", "*", false, NOW), WRITING);
        store.contacts().consent(consent("D", "*", true, NOW), WRITING);

        store.people().merge("A", "B", WRITING);
        store.people().merge("D", "C", WRITING);

        assertThat(look("B").optedOut()).isTrue();
        assertThat(look("C").optedOut()).isTrue();

        store.people().merge("C", "B", WRITING);
        assertThat(look("D").optedOut()).isTrue();
    }

    private static Consent consent(String customer, String channel, boolean granted, Instant saidAt) {
        return new Consent(customer, Consent.CARE, channel, granted, saidAt, "call");
    }

    /** An attempt at a step is no contact beside it; what was tried for a decision that a merge ended is. */
    @Test
    void contactsForADecidedPlayAreNotCountedBesideIt() {
        store.plans().keep(plan("plan-1", play("d-1", "A", 2), nothing("d-2", "B"), play("d-3", "C", 2)), WRITING);
        for (String each : List.of("d-1 A", "d-2 B", "d-3 C", "- A")) {
            String[] parts = each.split(" ", -1);
            store.contacts()
                    .add(
                            new Contact(
                                    "k-" + each.replace(' ', '-'),
                                    parts[1],
                                    Optional.of(parts[0]).filter(id -> !id.equals("-")),
                                    "care",
                                    "outbound",
                                    "phone",
                                    "",
                                    NOW,
                                    NOW),
                            WRITING);
        }
        assertThat(store.contacts().outbound(List.of("A", "B", "C"), NOW, NOW))
                .isEqualTo(Map.of(
                        "A", List.of(new Outbound("A", NOW, Optional.empty(), Optional.empty())),
                        "B", List.of(new Outbound("B", NOW, Optional.empty(), Optional.of("plan-1")))));

        store.people().merge("C", "A", WRITING);

        assertThat(store.contacts().outbound(List.of("A"), NOW, NOW).get("A"))
                .as("one of the two decisions was ended by the merge")
                .contains(new Outbound("A", NOW, Optional.of("bill-review"), Optional.of("plan-1")))
                .hasSize(2);
    }

    /** As with a call to the spouse about a household's play: whoever was called was called. */
    @Test
    void aContactForAnotherCustomersDecisionIsOneBesideThePlays() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.contacts()
                .add(new Contact("k-1", "B", Optional.of("d-1"), "care", "outbound", "phone", "", NOW, NOW), WRITING);

        assertThat(store.contacts().outbound(List.of("A", "B"), NOW, NOW))
                .isEqualTo(Map.of(
                        "B", List.of(new Outbound("B", NOW, Optional.of("bill-review"), Optional.of("plan-1")))));
        assertThat(store.plans().decided(List.of("A", "B"), NOW, NOW)).isEmpty();
    }

    @Test
    void aPlayThatSomebodyTriedCountsBeforeItIsDue() {
        store.plans().keep(plan("plan-1", play("d-1", "A", 2), play("d-2", "B", 2), planned("d-3", "C")), WRITING);
        Instant due = NOW.plus(Duration.ofDays(1));
        for (String each : List.of("A 0", "A 1", "B 0")) {
            String[] parts = each.split(" ", -1);
            WorkItem item = store.work()
                    .query(WorkQuery.all().ofCustomer(parts[0]), NOW)
                    .get(0);
            store.work()
                    .attemptAll(
                            List.of(new Attempt(
                                    "a-" + each.replace(' ', '-'),
                                    item.itemId(),
                                    "ann",
                                    Disposition.REACHED,
                                    Optional.empty(),
                                    "")),
                            at(NOW.plusSeconds(parts[1].equals("0") ? 1 : 60)));
        }
        Instant later = NOW.plusSeconds(60);

        assertThat(store.plans().decided(List.of("A", "B", "C"), NOW, later))
                .isEqualTo(Map.of(
                        "A",
                                List.of(new DecidedPlay(
                                        "A", due, "bill-review", "plan-1", 2, Optional.of(later), Optional.empty())),
                        "B",
                                List.of(new DecidedPlay(
                                        "B",
                                        due,
                                        "bill-review",
                                        "plan-1",
                                        1,
                                        Optional.of(NOW.plusSeconds(1)),
                                        Optional.empty()))));
        assertThat(store.plans().decided(List.of("A"), NOW, NOW.plusSeconds(59)).get("A"))
                .as("as known then")
                .containsExactly(new DecidedPlay(
                        "A", due, "bill-review", "plan-1", 1, Optional.of(NOW.plusSeconds(1)), Optional.empty()));
    }
}
