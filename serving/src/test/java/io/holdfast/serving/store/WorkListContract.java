package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.attempt;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How work is handed out and taken back, whatever the database. */
abstract class WorkListContract extends OpenStore {
    @Test
    void describesWhatIsToBeDone() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);

        WorkItem item = item("C-1");

        assertThat(item.decisionId()).isEqualTo("d-1");
        assertThat(item.team()).isEqualTo("retention");
        assertThat(item.owner()).isEqualTo("agent-7");
        assertThat(item.channel()).isEqualTo("phone");
        assertThat(item.action()).isEqualTo("bill-review");
        assertThat(item.text().in(Language.ENGLISH)).isEqualTo("Go through the bill.");
        assertThat(item.gain()).hasValue(12.5);
        assertThat(item.status()).isEqualTo(WorkStatus.OPEN);
        assertThat(item.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    /** A night's plan of a large company: what is open is counted before the next one, within the time that a database may be silent. */
    @Test
    void countsWhatIsOpenOfManyCustomers() {
        int many = 20_000;
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < " + many + ") ";
        store.damage(handle -> handle.execute("insert into customer (customer_id, audit_ref, created_at) " + numbers
                + "select 'M-' || i, 'ref-' || i, 0 from n"));
        store.damage(handle -> handle.execute("insert into decision (decision_id, plan_id, customer_id, given_id, unit,"
                + " household, owner, prediction_id, arm, status, cause, action, channel, team, texts, explanation,"
                + " assigned_with, decided_at, due_at, expires_at, state, tier, goal, campaign_share) " + numbers
                + "select 'm-' || i, plan_id, 'M-' || i, 'M-' || i, unit, household, owner, prediction_id, arm, status,"
                + " cause, action, channel, team, texts, explanation, assigned_with, decided_at, due_at, expires_at,"
                + " state, tier, goal, campaign_share from decision cross join n where decision_id = 'd-1'"));
        store.damage(
                handle -> handle.execute("insert into work_item (item_id, decision_id, step, customer_id, given_id,"
                        + " team, owner, channel, action, texts, gain, status, due_at, expires_at, created_at, updated_at) "
                        + numbers
                        + "select 'i-' || i, 'm-' || i, step, 'M-' || i, 'M-' || i, team, owner, channel, action, texts, gain,"
                        + " status, due_at, expires_at, created_at, updated_at from work_item cross join n where decision_id ="
                        + " 'd-1'"));
        store.work().attemptAll(List.of(attempt("a-1", item("C-2").itemId(), Disposition.REACHED)), WRITING);

        assertThat(store.work().open(NOW.plus(Duration.ofDays(30)), NOW.plusSeconds(5)))
                .containsExactly(new OpenContacts("plan-1", "retention", "phone", many + 1));
        assertThat(store.work().query(WorkQuery.all(), NOW.plusSeconds(5))).isNotEmpty();
    }

    @Test
    void givesAnItemToOneAgentOnly() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();

        assertThat(store.work().claim(id, "ann", WRITING).claimedBy()).contains("ann");
        assertThat(store.work().claim(id, "ann", WRITING).claimedBy()).contains("ann");
        assertThat(refusal(() -> store.work().claim(id, "bob", WRITING))).isEqualTo("already_claimed");
        assertThat(refusal(() -> store.work().release(id, "bob", WRITING))).isEqualTo("already_claimed");
        assertThat(store.work().release(id, "ann", WRITING).status()).isEqualTo(WorkStatus.OPEN);
        assertThat(store.work().claim(id, "bob", WRITING).claimedBy()).contains("bob");
        assertThat(refusal(() -> store.work().claim("none", "bob", WRITING))).isEqualTo("no_such_work_item");
    }

    @Test
    void letsOneOfManyWinARace() throws Exception {
        int agents = 6;
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        CyclicBarrier start = new CyclicBarrier(agents);
        ExecutorService pool = Executors.newFixedThreadPool(agents);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            String agent = "agent " + i;
            outcomes.add(pool.submit(() -> {
                start.await();
                try {
                    store.work().claim(id, agent, WRITING);
                    return "won";
                } catch (WriteRefusedException e) {
                    return e.code();
                }
            }));
        }
        List<String> told = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            told.add(outcome.get());
        }
        pool.shutdown();

        assertThat(told).containsOnlyOnce("won");
        assertThat(told).filteredOn("already_claimed"::equals).hasSize(agents - 1);
    }

    @Test
    void notesManyAttemptsOrNone() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String first = item("C-1").itemId();
        String second = item("C-2").itemId();
        List<Attempt> both =
                List.of(attempt("a-1", first, Disposition.REACHED), attempt("a-2", second, Disposition.NO_ANSWER));
        store.work().claim(second, "bob", WRITING);

        WriteRefusedException refused = catchThrowableOfType(
                WriteRefusedException.class, () -> store.work().attemptAll(both, WRITING));

        assertThat(refused.code()).isEqualTo("already_claimed");
        assertThat(refused.text().in(Language.ENGLISH))
                .startsWith("Number 2 of 2 is refused")
                .contains("bob");
        assertThat(store.work().find(first, NOW).orElseThrow().status()).isEqualTo(WorkStatus.OPEN);
        store.work().release(second, "bob", WRITING);
        assertThat(store.work().attemptAll(both, WRITING))
                .extracting(WorkItem::status)
                .containsExactly(WorkStatus.CLOSED, WorkStatus.OPEN);
        assertThat(store.work().attemptAll(both, WRITING).get(1).attempts()).isEqualTo(1);
        assertThat(store.contacts().of("C-2")).hasSize(1);
    }

    @Test
    void wantsAClaimBeforeAnAttempt() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();

        assertThat(refusal(() -> store.work().attempt(attempt("a-1", id, Disposition.REACHED), WRITING)))
                .isEqualTo("not_claimed");
        store.work().claim(id, "bob", WRITING);
        assertThat(refusal(() -> store.work().attempt(attempt("a-1", id, Disposition.REACHED), WRITING)))
                .isEqualTo("already_claimed");
        assertThat(store.contacts().of("C-1")).isEmpty();
    }

    @Test
    void bringsBackWhoDidNotAnswerAtTheTimeTheyAskedFor() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        Instant callBack = NOW.plus(Duration.ofDays(3));
        store.work().claim(id, "ann", WRITING);

        WorkItem after = store.work()
                .attempt(
                        new Attempt("a-1", id, "ann", Disposition.NO_ANSWER, Optional.of(callBack), "after six"),
                        WRITING);

        assertThat(after.status()).isEqualTo(WorkStatus.OPEN);
        assertThat(after.claimedBy()).isEmpty();
        assertThat(after.attempts()).isEqualTo(1);
        assertThat(after.disposition()).contains("no_answer");
        assertThat(after.callBackAt()).contains(callBack);
        assertThat(after.dueAt()).isEqualTo(callBack);
        assertThat(store.contacts().of("C-1")).hasSize(1);
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("open");
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        for (int i = 1; i <= Attempt.MOST; i++) {
            store.work().claim(id, "ann", WRITING);
            store.work().attempt(attempt("a-" + i, id, Disposition.NO_ANSWER), WRITING);
        }
        assertThat(store.work().find(id, NOW).orElseThrow().status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("done");
        assertThat(refusal(() -> store.work().claim(id, "ann", WRITING))).isEqualTo("work_item_closed");
    }

    @Test
    void countsTheSameAttemptOnce() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        store.work().claim(id, "ann", WRITING);
        Attempt first = attempt("a-1", id, Disposition.ACCEPTED);

        WorkItem once = store.work().attempt(first, WRITING);
        WorkItem twice = store.work().attempt(first, at(NOW.plusSeconds(9)));

        assertThat(twice).isEqualTo(once);
        assertThat(once.attempts()).isEqualTo(1);
        assertThat(once.status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(store.contacts().of("C-1")).hasSize(1);
        assertThat(refusal(() -> store.work().attempt(attempt("a-1", id, Disposition.REFUSED), WRITING)))
                .isEqualTo("attempt_exists");
    }

    @Test
    void takesTheStepsOfAPlayInOrder() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 3)), WRITING);
        List<WorkItem> steps = store.work().query(WorkQuery.all(), NOW);
        assertThat(steps).extracting(WorkItem::step).containsExactly(1, 2, 3);

        assertThat(refusal(() -> store.work().claim(steps.get(1).itemId(), "ann", WRITING)))
                .isEqualTo("earlier_step_open");
        store.work().claim(steps.get(0).itemId(), "ann", WRITING);
        store.work().attempt(attempt("a-1", steps.get(0).itemId(), Disposition.ACCEPTED), WRITING);
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("open");
        store.work().claim(steps.get(1).itemId(), "ann", WRITING);
    }

    @Test
    void stopsAPlayThatTheCustomerDoesNotWant() {
        for (Disposition disposition :
                List.of(Disposition.REFUSED, Disposition.WRONG_NUMBER, Disposition.ALREADY_LEFT)) {
            String customer = "C-" + disposition.code();
            store.plans().keep(plan("plan " + customer, play("d " + customer, customer, 2)), WRITING);
            String first = item(customer).itemId();
            store.work().claim(first, "ann", WRITING);
            store.work().attempt(attempt("a " + customer, first, disposition), WRITING);

            assertThat(store.work().query(WorkQuery.all().ofCustomer(customer), NOW))
                    .isEmpty();
            assertThat(store.work().query(WorkQuery.all().ofCustomer(customer).in(WorkStatus.CLOSED), NOW))
                    .extracting(item -> item.disposition().orElse(""))
                    .containsExactly(disposition.code(), "stopped");
            assertThat(store.plans().find("d " + customer).orElseThrow().state())
                    .isEqualTo("done");
        }
    }

    @Test
    void listsCustomersWhoseOwnerLeft() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        assertThat(store.work().query(WorkQuery.all().withoutOwner(), NOW)).isEmpty();

        store.work().owner("agent-7", true, WRITING);
        store.work().owner("agent-7", true, WRITING);
        assertThat(store.work().query(WorkQuery.all().withoutOwner(), NOW))
                .extracting(WorkItem::customerId, WorkItem::ownerLeft)
                .containsExactly(tuple("C-1", true));

        store.work().owner("agent-7", false, WRITING);
        assertThat(store.work().query(WorkQuery.all().withoutOwner(), NOW)).isEmpty();
        assertThat(store.audit().verify().entries()).isEqualTo(3);
    }

    @Test
    void handsUpWhatIsEscalated() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        String id = item("C-1").itemId();
        store.work().claim(id, "ann", WRITING);

        WorkItem item = store.work().escalate(id, Optional.of("supervisors"), "ann", WRITING);

        assertThat(item.escalated()).isTrue();
        assertThat(item.team()).isEqualTo("supervisors");
        assertThat(item.status()).isEqualTo(WorkStatus.OPEN);
        assertThat(store.work().escalate(id, Optional.of("supervisors"), "ann", WRITING))
                .isEqualTo(item);
        assertThat(store.work().query(WorkQuery.all().ofTeam("supervisors"), NOW))
                .hasSize(1);
        assertThat(store.work().query(WorkQuery.all().ofTeam("retention"), NOW)).isEmpty();
    }

    @Test
    void turnsPagesWithoutGapsOrRepeats() {
        for (int i = 0; i < 23; i++) {
            store.plans().keep(plan("plan-" + i, planned("d-" + i, "C-" + i)), WRITING);
        }
        List<String> seen = new ArrayList<>();
        Optional<WorkQuery.Place> place = Optional.empty();
        List<WorkItem> page;
        do {
            page = store.work().query(WorkQuery.all().page(place, 5), NOW);
            page.forEach(item -> seen.add(item.customerId()));
            if (!page.isEmpty()) {
                place = Optional.of(WorkQuery.Place.of(page.get(page.size() - 1)));
                // What is done meanwhile does not move the others.
                store.work().claim(page.get(0).itemId(), "ann", WRITING);
                store.work()
                        .attempt(
                                attempt("a " + page.get(0).itemId(), page.get(0).itemId(), Disposition.REACHED),
                                WRITING);
            }
        } while (page.size() == 5);

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    private static NewDecision due(String decisionId, String customer, Instant at, OptionalDouble gain) {
        DecisionStep call = new DecisionStep(
                1, "phone", "retention", at, NOW.plus(Duration.ofDays(30)), LocalizedText.of("Call.", "致电。"));
        return NewDecision.of(
                        decisionId, customer, HoldOutMember.TREATED, NewDecision.PLANNED, NOW.plus(Duration.ofDays(30)))
                .action(Optional.of("call"), List.of(call))
                .candidates(List.of(new StoredCandidate("call", 1, gain)), 1)
                .build();
    }

    @Test
    void putsTheDayFirstAndThenTheGain() {
        Instant day = Instant.parse("2026-02-03T00:00:00Z");
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                due("d-1", "tomorrow", day.plus(Duration.ofDays(1)), OptionalDouble.of(99)),
                                due("d-2", "unknown", day, OptionalDouble.empty()),
                                due("d-3", "loss", day, OptionalDouble.of(-3.5)),
                                due("d-4", "little", day, OptionalDouble.of(0.1)),
                                due("d-5", "most, late in the day", day.plusSeconds(86_399), OptionalDouble.of(20)),
                                due("d-6", "equal, later", day.plusSeconds(60), OptionalDouble.of(7)),
                                due("d-7", "equal, earlier", day, OptionalDouble.of(7)),
                                due("d-8", "yesterday", day.minusSeconds(1), OptionalDouble.of(1))),
                        WRITING);
        List<String> order = List.of(
                "yesterday",
                "most, late in the day",
                "equal, earlier",
                "equal, later",
                "little",
                "loss",
                "unknown",
                "tomorrow");

        assertThat(store.work().query(WorkQuery.all(), NOW))
                .extracting(WorkItem::customerId)
                .containsExactlyElementsOf(order);
        for (int size = 1; size <= 3; size++) {
            List<String> turned = new ArrayList<>();
            Optional<WorkQuery.Place> place = Optional.empty();
            List<WorkItem> page;
            do {
                page = store.work().query(WorkQuery.all().page(place, size), NOW);
                page.forEach(item -> turned.add(item.customerId()));
                place = page.isEmpty() ? place : Optional.of(WorkQuery.Place.of(page.get(page.size() - 1)));
            } while (!page.isEmpty());
            assertThat(turned).as("pages of %d", size).containsExactlyElementsOf(order);
        }
    }
}
