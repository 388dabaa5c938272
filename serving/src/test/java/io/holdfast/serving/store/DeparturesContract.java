package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.attempt;
import static io.holdfast.serving.store.OutcomesOf.about;
import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.turn;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** Who has left, and what that ends, whatever the database. */
abstract class DeparturesContract extends OpenStore {
    private static final Instant DAY = Instant.parse("2026-01-30T00:00:00Z");
    private static final Instant NINE = DAY.plus(Duration.ofHours(9));
    private static final Instant AFTER = DAY.plus(Duration.ofDays(1));

    private static NewDecision winBack(String decisionId, String customer) {
        return PlansOf.winBack(decisionId, customer, "");
    }

    private void report(Outcome... outcomes) {
        assertThat(store.outcomes().addAll(List.of(outcomes), WRITING))
                .allSatisfy(row -> assertThat(row.refusal()).isEmpty());
    }

    private List<WorkItem> closed(String customer) {
        return store.work().query(WorkQuery.all().ofCustomer(customer).in(WorkStatus.CLOSED), NOW);
    }

    @Test
    void endsTheDecisionToKeepWhoIsToBeWonBack() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), planned("d-2", "C-2")), WRITING);
        report(left("o-1", "C-1", NOW.minusSeconds(60)));

        PlanReceipt receipt = store.plans().keepUnlessOvertaken(plan("plan-2", winBack("w-1", "C-1")), WRITING);

        assertThat(receipt.decisions()).isEqualTo(1);
        assertThat(receipt.left()).isEmpty();
        assertThat(look("C-1").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactly("w-1");
        assertThat(item("C-1").decisionId()).isEqualTo("w-1");
        assertThat(closed("C-1"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.disposition()).contains("already_left"));
        assertThat(look("C-2").decision().orElseThrow().decisionId()).isEqualTo("d-2");
        report(about(returned("o-2", "C-1", NOW), Optional.empty(), Optional.empty(), NOW));
        assertThat(closed("C-1"))
                .as("it is over, whatever comes later")
                .extracting(WorkItem::decisionId, item -> item.disposition().orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple("d-1", "already_left"), tuple("d-1", "already_left"), tuple("w-1", "returned"));
        assertThat(store.plans()
                        .keepUnlessOvertaken(plan("plan-2", winBack("w-1", "C-1")), WRITING)
                        .repeated())
                .isTrue();
    }

    @Test
    void lastsWhileNobodyIsToBeWonBack() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        report(left("o-1", "C-1", NOW.minusSeconds(60)));

        assertThat(store.plans()
                        .keep(plan("plan-2", planned("d-9", "C-1")), WRITING)
                        .left())
                .containsExactly("d-9");
        store.plans().keep(plan("plan-3", winBack("w-1", "C-1")), WRITING);
        assertThat(store.plans()
                        .keep(plan("plan-4", winBack("w-2", "C-1")), WRITING)
                        .left())
                .as("to win back is not over")
                .containsExactly("w-2");
    }

    @Test
    void letsWhoeverTalksToTheLeaverNoteHowItEnded() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String talking = item("C-1").itemId();
        String unanswered = item("C-2").itemId();
        store.work().claim(talking, "ann", WRITING);
        store.work().claim(unanswered, "ann", WRITING);

        store.plans().keep(plan("plan-2", winBack("w-1", "C-1"), winBack("w-2", "C-2")), WRITING);

        assertThat(store.work()
                        .attempt(attempt("a-1", talking, Disposition.REFUSED), WRITING)
                        .disposition())
                .contains("refused");
        WorkItem back = store.work().attempt(attempt("a-2", unanswered, Disposition.NO_ANSWER), WRITING);
        assertThat(back.status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(back.disposition()).contains("already_left");
        assertThat(look("C-1").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactly("w-1");
    }

    @Test
    void endsTheDecisionToWinBackWhoIsToBeKept() {
        store.plans()
                .keep(plan("plan-1", winBack("w-1", "C-1"), winBack("w-2", "C-2"), winBack("w-3", "C-3")), WRITING);
        String unanswered = item("C-2").itemId();
        store.work().claim(unanswered, "ann", WRITING);

        PlanReceipt receipt = store.plans()
                .keepUnlessOvertaken(plan("plan-2", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);

        assertThat(receipt.decisions()).isEqualTo(2);
        assertThat(look("C-1").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactly("d-1");
        assertThat(closed("C-1"))
                .singleElement()
                .satisfies(item -> assertThat(item.disposition()).contains("returned"));
        WorkItem back = store.work().attempt(attempt("a-1", unanswered, Disposition.NO_ANSWER), WRITING);
        assertThat(back.disposition()).contains("returned");
        assertThat(look("C-3").decision().orElseThrow().decisionId()).isEqualTo("w-3");
    }

    private static Outcome returned(String id, String customer, Instant at) {
        return turn(OutcomeKind.RETURNED, Optional.empty(), id, customer, "", at);
    }

    /** By the list and by look-ups alike. */
    private boolean isThere(String customer) {
        boolean there =
                store.work().query(WorkQuery.all().ofCustomer(customer), NOW).size() == 1;
        assertThat(look(customer).departures().left("")).isEqualTo(!there);
        return there;
    }

    private boolean isThereAfter(String customer, Instant leave, Instant told, Instant back, Instant toldBack) {
        report(
                about(left("l-" + customer, customer, leave), Optional.empty(), Optional.empty(), told),
                about(returned("r-" + customer, customer, back), Optional.empty(), Optional.empty(), toldBack));
        return isThere(customer);
    }

    @Test
    void goesByTheLaterReportWhereADayMayHoldTheOtherMoment() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                planned("d-1", "A"),
                                planned("d-2", "B"),
                                planned("d-3", "C"),
                                planned("d-4", "D"),
                                planned("d-5", "E"),
                                planned("d-6", "F"),
                                planned("d-7", "G"),
                                planned("d-8", "H"),
                                planned("d-9", "I"),
                                planned("d-10", "J")),
                        WRITING);
        Instant later = AFTER.plusSeconds(60);

        assertThat(isThereAfter("A", NINE, AFTER, DAY, later))
                .as("back on the day on which they left at nine")
                .isTrue();
        assertThat(isThereAfter("B", NINE, later, DAY, AFTER))
                .as("back some time that day, and told to have left at nine since")
                .isFalse();
        assertThat(isThereAfter("C", DAY, later, NINE, AFTER))
                .as("back at nine, and told to have left that day since")
                .isFalse();
        assertThat(isThereAfter("D", DAY, AFTER, DAY, AFTER))
                .as("one day, told at once")
                .isTrue();
        assertThat(isThereAfter("E", DAY, later, DAY, AFTER))
                .as("one day, the leave told later")
                .isFalse();
        assertThat(isThereAfter("F", NINE, AFTER, DAY.minus(Duration.ofDays(2)), later))
                .as("back long before")
                .isFalse();
        assertThat(isThereAfter("G", DAY, later, DAY.minus(Duration.ofHours(10)), AFTER))
                .as("the day had begun in the east")
                .isFalse();
        assertThat(isThereAfter("I", NINE, later, DAY, later))
                .as("back on the day on which they left at nine, told at once")
                .isTrue();
        assertThat(isThereAfter("J", AFTER.plusSeconds(3600), later, DAY, later))
                .as("left the day after, told at once")
                .isFalse();
        assertThat(isThereAfter("H", AFTER, AFTER, DAY, later))
                .as("days are told apart")
                .isFalse();
    }

    /** An objection of later must not hide that the customer had left by the time of the attempt. */
    @Test
    void refusesAnAttemptForAnyCauseThatWasThereByThen() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant gone = NOW.plus(Duration.ofHours(1));
        Instant said = NOW.plus(Duration.ofHours(3));
        Writing evening = at(NOW.plus(Duration.ofHours(5)));
        store.outcomes().addAll(List.of(left("o-1", "C-1", gone)), evening);
        store.contacts().consent(new Consent("C-1", Consent.PROFILING, Consent.ALL, false, said, "crm"), evening);

        assertThat(refusal(id, "a-1", NOW.plus(Duration.ofHours(2)), evening)).contains("already_left");
        assertThat(refusal(id, "a-2", NOW.plus(Duration.ofHours(4)), evening)).contains("profiling_objection");
        assertThat(refusal(id, "a-3", NOW.plusSeconds(60), evening)).isEmpty();
    }

    private Optional<String> refusal(String item, String attempt, Instant at, Writing writing) {
        return store.work()
                .attemptEach(
                        List.of(new Attempt(
                                attempt, item, "ann", Disposition.REFUSED, Optional.empty(), "", Optional.of(at))),
                        writing)
                .get(0)
                .refusal()
                .map(WriteRefusedException::code);
    }
}
