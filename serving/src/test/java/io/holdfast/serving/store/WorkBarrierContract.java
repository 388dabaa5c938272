package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.attempt;
import static io.holdfast.serving.store.OutcomesOf.correcting;
import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.turn;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What nobody is to carry out any more though nobody has closed it, whatever the database. */
abstract class WorkBarrierContract extends OpenStore {
    private static final Instant SAID = NOW.minusSeconds(60);

    private void say(String customer, String purpose, String channel, boolean granted, Instant at) {
        store.contacts().consent(new Consent(customer, purpose, channel, granted, at, "crm"), WRITING);
    }

    private void optOut(String customer) {
        say(customer, Consent.CARE, Consent.ALL, false, SAID);
    }

    private List<WorkItem> listed(WorkQuery query) {
        return store.work().query(query, NOW);
    }

    private Optional<WorkItem> work(String customer) {
        return store.people().lookUp(List.of(customer), NOW).get(0).work();
    }

    private static Attempt reported(String id, String item, Disposition disposition, Instant at) {
        return new Attempt(id, item, "ann", disposition, Optional.empty(), "", Optional.of(at));
    }

    private Optional<String> refusalOf(Attempt attempt) {
        return store.work()
                .attemptEach(List.of(attempt), WRITING)
                .get(0)
                .refusal()
                .map(WriteRefusedException::code);
    }

    @Test
    void handsOutNothingForWhoWantsNoCare() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String id = item("C-1").itemId();
        optOut("C-1");

        assertThat(listed(WorkQuery.all())).extracting(WorkItem::customerId).containsExactly("C-2");
        assertThat(listed(WorkQuery.all().in(WorkStatus.OPEN)))
                .extracting(WorkItem::customerId)
                .containsExactly("C-2");
        assertThat(listed(WorkQuery.all().in(WorkStatus.CLOSED)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.itemId()).isEqualTo(id);
                    assertThat(item.status()).isEqualTo(WorkStatus.CLOSED);
                    assertThat(item.disposition()).contains("opted_out");
                });
        assertThat(work("C-1").orElseThrow().status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(work("C-1").orElseThrow().disposition()).contains("opted_out");
        assertRefused("opted_out", () -> store.work().claim(id, "ann", WRITING));
        assertRefused("opted_out", () -> store.work().escalate(id, Optional.of("supervisors"), "ann", WRITING));
        assertRefused("opted_out", () -> store.work().attempt(attempt("a-1", id, Disposition.ACCEPTED), WRITING));
        assertThat(refusalOf(attempt("a-1", id, Disposition.ACCEPTED))).contains("opted_out");
        assertThat(store.work().release(id, "ann", WRITING).disposition()).contains("opted_out");
        assertThat(store.contacts().of("C-1")).isEmpty();
        assertThat(store.work().claim(item("C-2").itemId(), "ann", WRITING).claimedBy())
                .contains("ann");
    }

    /** A system may send every night what it knows. */
    @Test
    void aRefusalThatIsSentAgainStandsSinceItWasFirstSaid() {
        Instant evening = NOW.plus(Duration.ofHours(3));
        Instant between = NOW.plus(Duration.ofHours(1));
        for (String purpose : List.of(Consent.CARE, Consent.PROFILING)) {
            String customer = "C-" + purpose;
            store.plans().keep(plan("plan-" + purpose, planned("d-" + purpose, customer)), WRITING);
            String id = item(customer).itemId();
            say(customer, purpose, Consent.ALL, false, SAID);
            say(customer, purpose, Consent.ALL, false, NOW.plus(Duration.ofHours(2)));

            RowOutcome late = store.work()
                    .attemptEach(List.of(reported("a-" + purpose, id, Disposition.REACHED, between)), at(evening))
                    .get(0);
            assertThat(late.refusal().map(WriteRefusedException::code))
                    .contains(purpose.equals(Consent.CARE) ? "opted_out" : "profiling_objection");
        }
    }

    @Test
    void whatAnOlderServerNotedBarsSinceItWasSaid() {
        for (String purpose : List.of(Consent.CARE, Consent.PROFILING)) {
            String customer = "C-" + purpose;
            store.plans().keep(plan("plan-" + purpose, planned("d-" + purpose, customer)), WRITING);
            String id = item(customer).itemId();
            say(customer, purpose, Consent.ALL, false, SAID);
            store.connections().write(handle -> handle.execute("update consent set since = null"));

            String cause = purpose.equals(Consent.CARE) ? "opted_out" : "profiling_objection";
            assertThat(store.work().query(WorkQuery.all().ofCustomer(customer).in(WorkStatus.CLOSED), NOW))
                    .singleElement()
                    .satisfies(item -> assertThat(item.disposition()).contains(cause));
            assertRefused(cause, () -> store.work().claim(id, "ann", WRITING));
            say(customer, purpose, Consent.ALL, false, NOW.plus(Duration.ofHours(2)));
            RowOutcome late = store.work()
                    .attemptEach(
                            List.of(reported("a-" + purpose, id, Disposition.REACHED, NOW.plus(Duration.ofHours(1)))),
                            at(NOW.plus(Duration.ofHours(3))))
                    .get(0);
            assertThat(late.refusal().map(WriteRefusedException::code))
                    .as("said again to this server")
                    .contains(cause);
        }
    }

    @Test
    void opensAgainForWhoAgreesAgainInTime() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        optOut("C-1");
        say("C-1", Consent.CARE, Consent.ALL, true, NOW);

        assertThat(item("C-1").status()).isEqualTo(WorkStatus.OPEN);
        assertThat(item("C-1").disposition()).isEmpty();
        assertThat(listed(WorkQuery.all().in(WorkStatus.CLOSED))).isEmpty();
        assertThat(store.work().claim(id, "ann", WRITING).claimedBy()).contains("ann");
        optOut("C-1");
        assertThat(store.work().query(WorkQuery.all(), NOW.plus(Duration.ofDays(31))))
                .isEmpty();
    }

    @Test
    void letsWhoeverTalksToTheCustomerNoteHowItEnded() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), planned("d-2", "C-2")), WRITING);
        String talking = item("C-1").itemId();
        String unanswered = item("C-2").itemId();
        store.work().claim(talking, "ann", WRITING);
        store.work().claim(unanswered, "ann", WRITING);
        optOut("C-1");
        optOut("C-2");

        assertThat(listed(WorkQuery.all())).extracting(WorkItem::itemId).containsExactlyInAnyOrder(talking, unanswered);
        assertThat(work("C-1").orElseThrow().status()).isEqualTo(WorkStatus.CLAIMED);
        WorkItem done = store.work().attempt(attempt("a-1", talking, Disposition.REFUSED), WRITING);
        assertThat(done.disposition()).contains("refused");
        assertThat(store.work().attempt(attempt("a-1", talking, Disposition.REFUSED), WRITING))
                .isEqualTo(done);
        WorkItem back = store.work().attempt(attempt("a-2", unanswered, Disposition.NO_ANSWER), WRITING);
        assertThat(back.status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(back.disposition()).contains("opted_out");
        assertThat(listed(WorkQuery.all())).isEmpty();
        assertRefused("opted_out", () -> store.work().claim(unanswered, "bob", WRITING));
    }

    @Test
    void takesWhatWasDoneBeforeItWasSaid() {
        store.plans()
                .keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2"), planned("d-3", "C-3")), WRITING);
        Instant said = NOW.plus(Duration.ofHours(30));
        Writing evening = at(NOW.plus(Duration.ofHours(40)));
        for (String customer : List.of("C-1", "C-2", "C-3")) {
            store.contacts().consent(new Consent(customer, Consent.CARE, Consent.ALL, false, said, "crm"), evening);
        }
        String[] items = {"C-1", "C-2", "C-3"};
        for (int i = 0; i < items.length; i++) {
            items[i] = store.work()
                    .query(WorkQuery.all().ofCustomer(items[i]).in(WorkStatus.CLOSED), evening.at())
                    .get(0)
                    .itemId();
        }

        List<RowOutcome> rows = store.work()
                .attemptEach(
                        List.of(
                                reported("a-1", items[0], Disposition.REFUSED, said.minusSeconds(60)),
                                reported("a-2", items[1], Disposition.REFUSED, said),
                                reported("a-3", items[2], Disposition.ACCEPTED, said.plusSeconds(1))),
                        evening);

        assertThat(rows)
                .extracting(
                        row -> row.refusal().map(WriteRefusedException::code).orElse("taken"))
                .containsExactly("taken", "taken", "opted_out");
        assertThat(store.contacts().of("C-1")).hasSize(1);
    }

    private static NewDecision byPhoneAndEmail(String decisionId, String customer, String first, String second) {
        Instant until = NOW.plus(Duration.ofDays(30));
        return NewDecision.of(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, until)
                .action(
                        Optional.of("call"),
                        List.of(
                                new DecisionStep(1, first, "retention", NOW, until, LocalizedText.same("One.")),
                                new DecisionStep(2, second, "retention", NOW, until, LocalizedText.same("Two."))))
                .candidates(List.of(new StoredCandidate("call", 1, OptionalDouble.of(1))), 1)
                .build();
    }

    @Test
    void goesByTheChannelOfEachStep() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                byPhoneAndEmail("d-1", "first", "phone", "email"),
                                byPhoneAndEmail("d-2", "second", "email", "phone"),
                                planned("d-3", "other")),
                        WRITING);
        say("first", Consent.CARE, "phone", false, SAID);
        say("second", Consent.CARE, "phone", false, SAID);
        say("other", Consent.CARE, "email", false, SAID);

        assertThat(listed(WorkQuery.all()))
                .as("what comes behind a step that cannot be done cannot be done either")
                .extracting(item -> item.customerId() + item.step())
                .containsExactlyInAnyOrder("second1", "other1");
        assertThat(work("first").orElseThrow().step()).isEqualTo(1);
        assertThat(work("first").orElseThrow().disposition()).contains("opted_out");
        assertThat(look("second").decision().orElseThrow().dueChannel()).contains("email");
        String done = item("second").itemId();
        store.work().claim(done, "ann", WRITING);
        store.work().attempt(attempt("a-1", done, Disposition.REACHED), WRITING);

        assertThat(listed(WorkQuery.all().ofCustomer("second"))).isEmpty();
        assertThat(work("second").orElseThrow().disposition()).contains("opted_out");
        assertThat(look("second").decision().orElseThrow().dueChannel()).contains("phone");
    }

    @Test
    void handsOutNothingForWhoObjectsToBeingProfiled() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String id = item("C-1").itemId();
        optOut("C-1");
        say("C-1", Consent.PROFILING, Consent.ALL, false, SAID);
        say("C-2", Consent.PROFILING, Consent.ALL, true, SAID);

        assertThat(listed(WorkQuery.all())).extracting(WorkItem::customerId).containsExactly("C-2");
        assertThat(work("C-1").orElseThrow().disposition()).contains("profiling_objection");
        assertRefused("profiling_objection", () -> store.work().claim(id, "ann", WRITING));
        assertThat(refusalOf(attempt("a-1", id, Disposition.ACCEPTED))).contains("profiling_objection");
        say("C-1", Consent.PROFILING, Consent.ALL, true, NOW);
        assertThat(work("C-1").orElseThrow().disposition()).contains("opted_out");
    }

    private void report(Outcome... outcomes) {
        assertThat(store.outcomes().addAll(List.of(outcomes), WRITING))
                .allSatisfy(row -> assertThat(row.refusal()).isEmpty());
    }

    private static Outcome leaves(String id, String customer, String unit, LeaveType type, Instant at) {
        return turn(OutcomeKind.LEFT, Optional.of(type), id, customer, unit, at);
    }

    private static Outcome returns(String id, String customer, String unit, Instant at) {
        return turn(OutcomeKind.RETURNED, Optional.empty(), id, customer, unit, at);
    }

    private static NewDecision ofUnit(String decisionId, String customer, String unit, String goal) {
        Instant until = NOW.plus(Duration.ofDays(30));
        return NewDecision.of(decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, until)
                .unit(unit)
                .goal(Optional.of(goal))
                .action(
                        Optional.of("call"),
                        List.of(new DecisionStep(1, "phone", "retention", NOW, until, LocalizedText.same("One."))))
                .candidates(List.of(new StoredCandidate("call", 1, OptionalDouble.of(1))), 1)
                .build();
    }

    /** Whose work is open, by the list; the same as by look-ups. */
    private List<String> open(Instant now) {
        List<String> listed = store.work().query(WorkQuery.all(), now).stream()
                .map(WorkItem::decisionId)
                .sorted()
                .toList();
        List<String> barred = store.work().query(WorkQuery.all().in(WorkStatus.CLOSED), now).stream()
                .peek(item -> assertThat(item.disposition().orElseThrow()).isIn("already_left", "returned"))
                .map(WorkItem::decisionId)
                .toList();
        for (CustomerState state : store.people().look(List.of("C-1", "C-2"), now)) {
            for (StoredDecision decision : state.decisions()) {
                boolean left = state.barrier(decision).isPresent();
                assertThat(left ? barred : listed).as(decision.unit()).contains(decision.decisionId());
            }
        }
        return listed;
    }

    @Test
    void handsOutNothingForWhoHasLeft() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String id = item("C-1").itemId();
        report(
                left("o-1", "C-1", SAID),
                leaves("o-2", "C-2", "", LeaveType.INTERNAL, SAID),
                leaves("o-3", "C-2", "", LeaveType.PARTIAL, SAID));

        assertThat(open(NOW)).containsExactly("d-2");
        assertThat(work("C-1").orElseThrow().disposition()).contains("already_left");
        assertRefused("already_left", () -> store.work().claim(id, "ann", WRITING));
        assertThat(refusalOf(reported("a-1", id, Disposition.REFUSED, NOW.minusSeconds(30))))
                .contains("already_left");
        report(returns("o-4", "C-1", "", NOW.minusSeconds(30)));
        assertThat(open(NOW)).containsExactly("d-1", "d-2");
        report(left("o-5", "C-1", NOW.minusSeconds(20)));
        assertThat(open(NOW)).containsExactly("d-2");
        report(correcting(turn(OutcomeKind.STAYED, Optional.empty(), "o-6", "C-1", "", NOW.minusSeconds(20)), "o-5"));
        assertThat(open(NOW)).containsExactly("d-1", "d-2");
    }

    @Test
    void waitsForTheDayOnWhichTheyLeave() {
        Instant day = Instant.parse("2026-02-03T00:00:00Z");
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        report(left("o-1", "C-1", day), left("o-2", "C-2", day.plusSeconds(3600)));

        assertThat(open(day.minus(Duration.ofHours(15)))).containsExactly("d-1", "d-2");
        assertThat(open(day.minus(Duration.ofHours(14))))
                .as("begun in the east")
                .containsExactly("d-2");
        assertThat(open(day.plusSeconds(3599))).containsExactly("d-2");
        assertThat(open(day.plusSeconds(3600))).isEmpty();
    }

    @Test
    void closesTheUnitThatLeft() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofUnit("d-0", "C-1", "", NewDecision.RETAIN),
                                ofUnit("d-1", "C-1", "L-1", NewDecision.RETAIN),
                                ofUnit("d-2", "C-1", "L-2", NewDecision.RETAIN),
                                ofUnit("d-3", "C-1", "L-3", NewDecision.WIN_BACK)),
                        WRITING);

        report(leaves("o-1", "C-1", "L-1", LeaveType.VOLUNTARY, SAID));
        assertThat(open(NOW)).containsExactly("d-0", "d-2", "d-3");
        report(leaves("o-2", "C-1", "", LeaveType.NATURAL, SAID.plusSeconds(1)));
        assertThat(open(NOW)).as("who is to be won back has left").containsExactly("d-3");
        report(returns("o-3", "C-1", "L-2", SAID.plusSeconds(1)));
        assertThat(open(NOW)).containsExactly("d-0", "d-2", "d-3");
        report(returns("o-4", "C-1", "", SAID.plusSeconds(2)));
        assertThat(open(NOW)).as("who is there is not to be won back").containsExactly("d-0", "d-1", "d-2");
    }

    @Test
    void handsOutNoWinBackForWhoHasReturned() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofUnit("d-1", "C-1", "L-1", NewDecision.WIN_BACK),
                                ofUnit("d-2", "C-1", "L-2", NewDecision.WIN_BACK),
                                ofUnit("d-3", "C-2", "", NewDecision.WIN_BACK)),
                        WRITING);
        String id = item("C-2").itemId();

        report(returns("o-1", "C-1", "L-1", SAID), returns("o-2", "C-2", "any", SAID));
        assertThat(open(NOW)).containsExactly("d-2");
        assertThat(look("C-1").decision().orElseThrow().decisionId()).isEqualTo("d-2");
        assertThat(work("C-2").orElseThrow().disposition()).contains("returned");
        assertRefused("returned", () -> store.work().claim(id, "ann", WRITING));
        assertThat(refusalOf(reported("a-1", id, Disposition.ACCEPTED, NOW.minusSeconds(30))))
                .contains("returned");
        report(leaves("o-3", "C-2", "", LeaveType.VOLUNTARY, SAID.plusSeconds(1)));
        assertThat(open(NOW)).as("gone again").containsExactly("d-2", "d-3");
        report(returns("o-4", "C-2", "", SAID.plusSeconds(2)));
        assertThat(open(NOW)).containsExactly("d-2");
        report(correcting(turn(OutcomeKind.STAYED, Optional.empty(), "o-5", "C-2", "", SAID), "o-4"));
        assertThat(open(NOW)).containsExactly("d-2", "d-3");
    }

    @Test
    void winsBackAgainWhoReturnedLongBefore() {
        Writing before = at(NOW.minus(Duration.ofDays(3)));
        Instant back = NOW.minus(Duration.ofDays(4));
        store.outcomes().addAll(List.of(returns("o-1", "C-1", "", back)), before);
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "", NewDecision.WIN_BACK)), WRITING);

        assertThat(open(NOW)).containsExactly("d-1");
        report(returns("o-2", "C-1", "", back));
        assertThat(open(NOW)).as("told since").isEmpty();
    }

    @Test
    void countsADayThatIsNotOverAsALaterReturn() {
        Instant day = Instant.parse("2026-02-01T00:00:00Z");
        store.plans().keep(plan("plan-1", ofUnit("d-1", "C-1", "", NewDecision.WIN_BACK)), at(day.plusSeconds(36000)));
        store.outcomes().addAll(List.of(returns("o-1", "C-1", "", day)), at(day.plusSeconds(30000)));

        assertThat(open(day.plusSeconds(40000))).isEmpty();
    }

    @Test
    void leavesTheAnswerToTheUnitThatIsThere() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofUnit("d-1", "C-1", "L-1", NewDecision.RETAIN),
                                ofUnit("d-2", "C-1", "L-2", NewDecision.RETAIN)),
                        WRITING);
        String first = store.people()
                .look(List.of("C-1"), NOW)
                .get(0)
                .decision()
                .orElseThrow()
                .unit();
        String second = first.equals("L-1") ? "L-2" : "L-1";

        report(leaves("o-1", "C-1", first, LeaveType.VOLUNTARY, SAID));
        assertThat(store.people()
                        .look(List.of("C-1"), NOW)
                        .get(0)
                        .decision()
                        .orElseThrow()
                        .unit())
                .isEqualTo(second);
        report(leaves("o-2", "C-1", second, LeaveType.VOLUNTARY, SAID));
        assertThat(store.people().look(List.of("C-1"), NOW).get(0).decision()).isPresent();
    }

    @Test
    void followsAMergeToWhatWasSaid() {
        store.plans().keep(plan("plan-1", planned("d-1", "old")), WRITING);
        optOut("new");

        store.people().merge("old", "new", WRITING);

        assertThat(listed(WorkQuery.all())).isEmpty();
        assertThat(work("old").orElseThrow().disposition()).contains("opted_out");
    }
}
