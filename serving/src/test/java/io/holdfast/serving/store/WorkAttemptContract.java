package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.attempt;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.LastAttempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When attempts were and what they arrange, whatever the database and however late they are reported. */
abstract class WorkAttemptContract extends OpenStore {
    @Test
    void tellsTheLastAttemptWithItsNote() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        assertThat(item("C-1").last()).isEmpty();
        store.work().claim(id, "ann", WRITING);
        store.work()
                .attempt(new Attempt("a-1", id, "ann", Disposition.NO_ANSWER, Optional.empty(), "engaged"), WRITING);
        Writing later = at(NOW.plusSeconds(3600));
        store.work().claim(id, "bob", later);
        store.work().attempt(new Attempt("a-2", id, "bob", Disposition.REACHED, Optional.empty(), "客户满意"), later);

        assertThat(store.work().find(id, NOW).orElseThrow().last())
                .contains(new LastAttempt("bob", "客户满意", later.at()));
        assertThat(store.work().query(WorkQuery.all().in(WorkStatus.CLOSED), NOW))
                .singleElement()
                .extracting(item -> item.last().orElseThrow().note())
                .isEqualTo("客户满意");
    }

    private static Attempt reported(String id, String item, Disposition disposition, Instant at) {
        return new Attempt(id, item, "ann", disposition, Optional.empty(), "", Optional.of(at));
    }

    @Test
    void takesOrRefusesEachOfManyAlone() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                planned("d-1", "C-1"),
                                planned("d-2", "C-2"),
                                planned("d-3", "C-3"),
                                play("d-4", "C-4", 2)),
                        WRITING);
        String first = item("C-1").itemId();
        String others = item("C-2").itemId();
        String own = item("C-3").itemId();
        List<WorkItem> steps = store.work().query(WorkQuery.all().ofCustomer("C-4"), NOW);
        store.work().claim(others, "bob", WRITING);
        store.work().claim(own, "ann", WRITING);
        List<Attempt> many = List.of(
                attempt("a-1", first, Disposition.REACHED),
                attempt("a-2", others, Disposition.REACHED),
                attempt("a-3", "none", Disposition.REACHED),
                attempt("a-4", own, Disposition.ACCEPTED),
                attempt("a-1", own, Disposition.ACCEPTED),
                attempt("a-5", steps.get(1).itemId(), Disposition.REACHED),
                attempt("a-6", steps.get(0).itemId(), Disposition.REACHED),
                attempt("a-7", steps.get(1).itemId(), Disposition.REACHED));

        List<RowOutcome> once = store.work().attemptEach(many, WRITING);
        List<RowOutcome> twice = store.work().attemptEach(many, at(NOW.plusSeconds(9)));

        assertThat(once)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse(row.written() + ""))
                .containsExactly(
                        "true",
                        "already_claimed",
                        "no_such_work_item",
                        "true",
                        "attempt_exists",
                        "earlier_step_open",
                        "true",
                        "true");
        assertThat(twice)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse(row.written() + ""))
                .containsExactly(
                        "false",
                        "already_claimed",
                        "no_such_work_item",
                        "false",
                        "attempt_exists",
                        "work_item_closed",
                        "false",
                        "false");
        assertThat(store.work().find(others, NOW).orElseThrow().claimedBy()).contains("bob");
        assertThat(store.plans().find("d-4").orElseThrow().state()).isEqualTo("done");
        assertThat(store.contacts().of("C-4")).hasSize(2);
        assertThat(store.audit().verify().isWhole()).isTrue();
    }

    @Test
    void notesWhenItWasThatIsReportedLater() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant called = NOW.plus(Duration.ofDays(29));
        Writing late = at(NOW.plus(Duration.ofDays(31)));
        assertThat(refusal(() -> store.work().claim(id, "ann", late))).isEqualTo("work_item_closed");

        List<RowOutcome> rows = store.work()
                .attemptEach(
                        List.of(
                                reported("a-1", id, Disposition.NO_ANSWER, NOW.minus(Duration.ofDays(2))),
                                reported("a-2", id, Disposition.REACHED, called)),
                        late);

        assertThat(rows.get(0).refusal().orElseThrow().code()).isEqualTo("before_work_item");
        assertThat(rows.get(1).written()).isTrue();
        assertThat(store.work().find(id, NOW).orElseThrow().last().orElseThrow().at())
                .isEqualTo(called);
        assertThat(store.contacts().of("C-1")).singleElement().satisfies(contact -> {
            assertThat(contact.occurredAt()).isEqualTo(called);
            assertThat(contact.reportedAt()).isEqualTo(late.at());
        });
        assertThat(refusal(() -> store.work().attempt(attempt("a-2", id, Disposition.REACHED), late)))
                .as("the same at another time is another one")
                .isEqualTo("attempt_exists");
    }

    @Test
    void keepsWhatALaterAttemptArrangedWhenAnEarlierOneIsReportedLate() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant callBack = NOW.plus(Duration.ofDays(3));
        Writing later = at(NOW.plus(Duration.ofDays(2)));
        store.work()
                .attemptAll(
                        List.of(new Attempt(
                                "a-1", id, "bob", Disposition.NO_ANSWER, Optional.of(callBack), "after six")),
                        later);

        store.work().attemptEach(List.of(reported("a-2", id, Disposition.NO_ANSWER, NOW)), later);

        WorkItem open = store.work().find(id, NOW).orElseThrow();
        assertThat(open.attempts()).isEqualTo(2);
        assertThat(open.status()).isEqualTo(WorkStatus.OPEN);
        assertThat(open.claimedBy()).isEmpty();
        assertThat(open.callBackAt()).contains(callBack);
        assertThat(open.dueAt()).isEqualTo(callBack);
        assertThat(open.last()).contains(new LastAttempt("bob", "after six", later.at()));
        assertThat(store.contacts().of("C-1")).hasSize(2);
        store.work().attemptEach(List.of(reported("a-3", id, Disposition.ACCEPTED, NOW.plusSeconds(60))), later);
        WorkItem closed = store.work().find(id, NOW).orElseThrow();
        assertThat(closed.status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(closed.disposition()).contains("accepted");
        assertThat(closed.last()).as("by whom it was closed").contains(new LastAttempt("ann", "", NOW.plusSeconds(60)));
    }

    /** The plan was kept at eight in the evening in Los Angeles, when the next day had begun by UTC. */
    @Test
    void takesTheDayOfAnAttemptWhereverThatDayIs() {
        Instant kept = Instant.parse("2026-02-02T04:00:00Z");
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), at(kept));
        String id = item("C-1").itemId();
        Instant there = Instant.parse("2026-02-01T00:00:00Z");

        List<RowOutcome> rows = store.work()
                .attemptEach(
                        List.of(
                                reported("a-1", id, Disposition.NO_ANSWER, there),
                                reported("a-2", id, Disposition.NO_ANSWER, there.minus(Duration.ofDays(1))),
                                reported(
                                        "a-3",
                                        item("C-2").itemId(),
                                        Disposition.REACHED,
                                        kept.minus(Duration.ofHours(25))),
                                reported("a-4", item("C-2").itemId(), Disposition.REACHED, kept.minusSeconds(60))),
                        at(kept.plusSeconds(1800)));

        assertThat(rows)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse(row.written() + ""))
                .containsExactly("true", "before_work_item", "before_work_item", "true");
        assertThat(store.contacts().of("C-1"))
                .singleElement()
                .satisfies(contact -> assertThat(contact.occurredAt()).isEqualTo(there));
    }

    /** A day has no hour: of one day, what is reported later was arranged later. */
    @Test
    void keepsTheCallBackOfAnAttemptThatIsReportedByItsDay() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant nine = Instant.parse("2026-02-03T09:00:00Z");
        Writing evening = at(nine.plusSeconds(30_000));
        store.work()
                .attemptAll(
                        List.of(new Attempt(
                                "a-1",
                                id,
                                "ann",
                                Disposition.NO_ANSWER,
                                Optional.of(nine.plus(Duration.ofDays(1))),
                                "morning")),
                        at(nine));
        Instant arranged = Instant.parse("2026-02-10T18:00:00Z");
        Attempt byDay = new Attempt(
                "a-2",
                id,
                "bob",
                Disposition.NO_ANSWER,
                Optional.of(arranged),
                "asked for the tenth",
                Optional.of(Instant.parse("2026-02-03T00:00:00Z")));

        store.work().attemptEach(List.of(byDay), evening);
        store.work()
                .attemptEach(
                        List.of(reported("a-3", id, Disposition.NO_ANSWER, Instant.parse("2026-02-01T00:00:00Z"))),
                        evening);
        List<RowOutcome> again = store.work().attemptEach(List.of(byDay), evening);

        WorkItem open = store.work().find(id, NOW).orElseThrow();
        assertThat(open.callBackAt()).contains(arranged);
        assertThat(open.dueAt()).isEqualTo(arranged);
        assertThat(open.last()).contains(new LastAttempt("bob", "asked for the tenth", nine));
        assertThat(open.attempts()).as("one of a day before changes nothing").isEqualTo(3);
        assertThat(again.get(0).written()).isFalse();
    }

    private static Attempt toCallBack(String id, String item, Instant callBack, Optional<Instant> at) {
        return new Attempt(id, item, "ann", Disposition.NO_ANSWER, Optional.of(callBack), "", at);
    }

    @Test
    void writesNothingOfARowWhoseCallBackIsRefused() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        WorkItem item = item("C-1");
        long entries = store.audit().verify().entries();

        List<RowOutcome> rows = store.work()
                .attemptEach(
                        List.of(
                                toCallBack("a-1", item.itemId(), item.expiresAt(), Optional.empty()),
                                toCallBack("a-2", item.itemId(), NOW.minus(Duration.ofDays(2)), Optional.empty())),
                        WRITING);

        assertThat(rows)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse("taken"))
                .containsExactly("call_back_too_late", "call_back_too_early");
        assertThat(item("C-1")).isEqualTo(item);
        assertThat(store.audit().verify().entries()).isEqualTo(entries);
    }

    @Test
    void takesARepeatAfterTheTimeOfItsCallBack() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        Attempt attempt = toCallBack("a-1", item("C-1").itemId(), NOW.plus(Duration.ofDays(1)), Optional.empty());
        store.work().attemptEach(List.of(attempt), WRITING);

        List<RowOutcome> again = store.work().attemptEach(List.of(attempt), at(NOW.plus(Duration.ofDays(9))));

        assertThat(again.get(0).refusal()).isEmpty();
        assertThat(again.get(0).written()).isFalse();
    }

    /** Half past ten in Sydney of the day on which the attempt was is the evening before, UTC. */
    @Test
    void takesACallBackOnTheDayOfTheAttemptWhereverThatDayIs() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Optional<Instant> day = Optional.of(Instant.parse("2026-02-03T00:00:00Z"));

        List<RowOutcome> rows = store.work()
                .attemptEach(
                        List.of(
                                toCallBack("a-1", id, Instant.parse("2026-02-02T23:30:00Z"), day),
                                toCallBack("a-2", id, day.get(), day),
                                toCallBack("a-3", id, Instant.parse("2026-02-02T09:00:00Z"), day),
                                toCallBack("a-4", id, Instant.parse("2026-02-02T00:00:00Z"), day)),
                        at(Instant.parse("2026-02-03T02:00:00Z")));

        assertThat(rows)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse("taken"))
                .containsExactly("taken", "taken", "call_back_too_early", "call_back_too_early");
    }

    /** Eight in the morning in Beijing is midnight UTC, as which a day without an hour is written. */
    @Test
    void keepsAnArrangedCallBackWhateverIsReportedOfADayWithoutOne() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant halfPastNine = Instant.parse("2026-02-03T01:30:00Z");
        Instant arranged = Instant.parse("2026-02-10T07:00:00Z");
        store.work()
                .attemptEach(
                        List.of(toCallBack("a-1", id, arranged, Optional.of(halfPastNine))),
                        at(halfPastNine.plusSeconds(60)));

        store.work()
                .attemptEach(
                        List.of(reported("a-2", id, Disposition.NO_ANSWER, Instant.parse("2026-02-03T00:00:00Z"))),
                        at(halfPastNine.plusSeconds(120)));

        assertThat(item("C-1").attempts()).isEqualTo(2);
        assertThat(item("C-1").callBackAt()).contains(arranged);
        assertThat(item("C-1").dueAt()).isEqualTo(arranged);
        store.work()
                .attemptEach(
                        List.of(reported("a-3", id, Disposition.NO_ANSWER, Instant.parse("2026-02-12T00:00:00Z"))),
                        at(Instant.parse("2026-02-12T09:00:00Z")));
        assertThat(item("C-1").callBackAt()).as("that was before").isEmpty();
    }

    /** Six in the evening in Los Angeles is the next day by UTC, ten in the morning in Sydney the day before. */
    @Test
    void keepsTheCallBackOfADayWhereverThatDayIs() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        Instant arranged = Instant.parse("2026-02-10T18:00:00Z");
        Optional<Instant> day = Optional.of(Instant.parse("2026-02-03T00:00:00Z"));
        for (String customer : List.of("C-1", "C-2")) {
            String id = item(customer).itemId();
            Instant said = Instant.parse(customer.equals("C-1") ? "2026-02-04T02:00:00Z" : "2026-02-02T23:00:00Z");
            store.work()
                    .attemptEach(
                            List.of(reported("a " + customer, id, Disposition.NO_ANSWER, said)),
                            at(said.plusSeconds(60)));

            store.work()
                    .attemptEach(List.of(toCallBack("b " + customer, id, arranged, day)), at(said.plusSeconds(3600)));

            assertThat(item(customer).callBackAt()).as(customer).contains(arranged);
            assertThat(item(customer).last().orElseThrow().at()).isEqualTo(said.isAfter(day.get()) ? said : day.get());
        }
    }

    private void report(String attemptId, String at, Optional<String> callBack) {
        Attempt attempt = new Attempt(
                attemptId,
                item("C-1").itemId(),
                "ann",
                Disposition.NO_ANSWER,
                callBack.map(Instant::parse),
                "",
                Optional.of(Instant.parse(at)));
        RowOutcome row = store.work()
                .attemptEach(List.of(attempt), at(Instant.parse("2026-02-05T12:00:00Z")))
                .get(0);
        assertThat(row.written()).as(row.refusal().toString()).isTrue();
    }

    @Test
    void neverPutsADayBeforeItself() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        report("a-1", "2026-02-02T15:00:00Z", Optional.empty());

        report("a-2", "2026-02-03T00:00:00Z", Optional.empty());

        assertThat(item("C-1").last().orElseThrow().at()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
        assertThat(store.contacts().of("C-1"))
                .extracting(Contact::occurredAt)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-02-02T15:00:00Z"), Instant.parse("2026-02-03T00:00:00Z"));
    }

    @Test
    void keepsTheLaterCallBackWhereTheDayBeforeIsReportedLate() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        report("a-1", "2026-02-04T03:00:00Z", Optional.of("2026-02-09T00:00:00Z"));

        report("a-2", "2026-02-03T00:00:00Z", Optional.of("2026-02-04T00:00:00Z"));

        assertThat(item("C-1").callBackAt()).contains(Instant.parse("2026-02-09T00:00:00Z"));
        assertThat(item("C-1").dueAt()).isEqualTo(Instant.parse("2026-02-09T00:00:00Z"));
    }

    @Test
    void aCallBackThatWasMadeOnItsDayIsOver() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        report("a-1", "2026-02-02T08:00:00Z", Optional.of("2026-02-04T03:00:00Z"));

        report("a-2", "2026-02-04T00:00:00Z", Optional.empty());

        assertThat(item("C-1").callBackAt()).isEmpty();
    }

    @Test
    void anItemDoesNotLieLowForACallBackThatIsNoMore() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        report("a-1", "2026-02-03T08:00:00Z", Optional.of("2026-02-12T03:00:00Z"));

        report("a-2", "2026-02-05T09:00:00Z", Optional.empty());

        assertThat(item("C-1").callBackAt()).isEmpty();
        assertThat(item("C-1").dueAt()).isEqualTo(Instant.parse("2026-02-05T00:00:00Z"));
    }
}
