package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.nothing;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.wire.PlannedCare;
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

/** What is told of customers to whoever talks to them, whatever the database. */
abstract class CareLookupContract extends OpenStore {
    private CustomerCare lookUp(String id, Instant now) {
        return store.people().lookUp(List.of(id), now).get(0);
    }

    private CustomerCare lookUp(String id) {
        return lookUp(id, NOW);
    }

    private WorkItem first(String customer) {
        return store.work().query(WorkQuery.all().ofCustomer(customer), NOW).get(0);
    }

    private void work(String id, String customer, Disposition disposition) {
        String item = first(customer).itemId();
        store.work()
                .attemptEach(
                        List.of(new Attempt(id, item, "ann", disposition, Optional.empty(), "she is glad")), WRITING);
    }

    @Test
    void tellsWhoHasTheWorkAndWhatToAnswer() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), withheld("d-2", "C-2")), WRITING);
        store.work().claim(first("C-1").itemId(), "ann", WRITING);

        CustomerCare care = lookUp("C-1");
        CustomerCare shadow = lookUp("C-2");

        assertThat(care.known()).isTrue();
        assertThat(care.state().decision().orElseThrow().decisionId()).isEqualTo("d-1");
        assertThat(care.work().orElseThrow().claimedBy()).contains("ann");
        assertThat(care.work().orElseThrow().step()).isEqualTo(1);
        assertThat(care.lastContact()).isEmpty();
        assertThat(shadow.work()).isEmpty();
        assertThat(shadow.state().decision().orElseThrow().status()).isEqualTo(NewDecision.WITHHELD);
    }

    @Test
    void tellsTheDayOfTheCallBack() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), planned("d-2", "C-2")), WRITING);
        Instant callBack = NOW.plus(Duration.ofDays(5));
        String item = first("C-1").itemId();
        store.work()
                .attemptEach(
                        List.of(new Attempt(
                                "a-1", item, "ann", Disposition.NO_ANSWER, Optional.of(callBack), "next week")),
                        WRITING);

        assertThat(lookUp("C-1").state().decision().orElseThrow().nextAt()).contains(callBack);
        assertThat(PlannedCare.of(lookUp("C-1").state(), Language.ENGLISH).dueAt())
                .isEqualTo(callBack.toString());
        assertThat(PlannedCare.of(lookUp("C-2").state(), Language.ENGLISH).dueAt())
                .isEqualTo(NOW.plus(Duration.ofDays(1)).toString());
    }

    @Test
    void tellsWhichUnitHasLeft() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofUnit("d-1", "C-1", "L-1", NewDecision.PLANNED),
                                ofUnit("d-2", "C-1", "L-2", NewDecision.NONE)),
                        WRITING);
        PlannedCare before = PlannedCare.of(lookUp("C-1").state(), Language.ENGLISH);
        assertThat(before.status()).isEqualTo("recommended");
        assertThat(before.unitId()).isEqualTo("L-1");
        assertThat(first("C-1").unit()).isEqualTo("L-1");

        store.outcomes().addAll(List.of(OutcomesOf.left("o-1", "C-1", "L-1", NOW.minusSeconds(60))), WRITING);
        PlannedCare line = PlannedCare.of(lookUp("C-1").state(), Language.ENGLISH);
        assertThat(line.status()).isEqualTo("none");
        assertThat(line.cause()).isEqualTo("unit_left");
        assertThat(line.unitId()).isEqualTo("L-1");
        store.outcomes().addAll(List.of(OutcomesOf.left("o-2", "C-1", NOW.minusSeconds(50))), WRITING);
        assertThat(PlannedCare.of(lookUp("C-1").state(), Language.ENGLISH).cause())
                .isEqualTo("already_left");
    }

    private static NewDecision ofUnit(String decisionId, String customer, String unit, String status) {
        Instant until = NOW.plus(Duration.ofDays(30));
        NewDecision.Builder decision = NewDecision.of(decisionId, customer, HoldOutMember.TREATED, status, until)
                .unit(unit);
        return status.equals(NewDecision.NONE)
                ? decision.cause(Optional.of("other_unit")).build()
                : decision.goal(Optional.of(NewDecision.RETAIN))
                        .action(
                                Optional.of("call"),
                                List.of(new DecisionStep(1, "phone", "desk", NOW, until, LocalizedText.same("One."))))
                        .build();
    }

    @Test
    void tellsTheStepThatIsDueAndThenTheLastThatWasTried() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 3)), WRITING);

        work("a-1", "C-1", Disposition.REACHED);
        assertThat(lookUp("C-1").work().orElseThrow().step()).isEqualTo(2);
        assertThat(lookUp("C-1").lastContact().orElseThrow().note()).isEqualTo("she is glad");
        work("a-2", "C-1", Disposition.REFUSED);

        CustomerCare over = lookUp("C-1");
        assertThat(over.state().decision()).isEmpty();
        assertThat(over.state().last().orElseThrow().state()).isEqualTo(StoredDecision.DONE);
        assertThat(over.work().orElseThrow().step())
                .as("the third was never tried")
                .isEqualTo(2);
        assertThat(over.work().orElseThrow().status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(over.work().orElseThrow().disposition()).contains("refused");
    }

    @Test
    void tellsOfTheLastDecisionForCareThatIsOver() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), nothing("d-2", "C-2")), WRITING);
        Instant later = NOW.plus(Duration.ofDays(31));

        assertThat(lookUp("C-1", later).state().last().orElseThrow().decisionId())
                .isEqualTo("d-1");
        assertThat(lookUp("C-2", later).state().last())
                .as("that nothing was to be done is no care")
                .isEmpty();
        store.plans().keep(plan("plan-2", planned("d-3", "C-1")), at(NOW.plus(Duration.ofDays(29))));
        assertThat(lookUp("C-1").state().decision().orElseThrow().decisionId())
                .as("the first still stands")
                .isEqualTo("d-1");
        assertThat(lookUp("C-1").state().last()).isEmpty();
    }

    @Test
    void knowsWhomAnythingNames() {
        Instant before = NOW.minusSeconds(60);
        store.contacts()
                .add(
                        new Contact(
                                "k-1", "C-9", Optional.empty(), "complaint", "inbound", "phone", "angry", before, NOW),
                        WRITING);
        store.contacts()
                .add(
                        new Contact(
                                "k-2",
                                "C-9",
                                Optional.empty(),
                                "service",
                                "outbound",
                                "email",
                                "",
                                before.minusSeconds(9),
                                NOW),
                        WRITING);

        List<CustomerCare> both = store.people().lookUp(List.of("C-9", "c-9", "C-9"), NOW);

        assertThat(both).extracting(CustomerCare::known).containsExactly(true, false, true);
        assertThat(both.get(0).lastContact().orElseThrow().contactId()).isEqualTo("k-1");
        assertThat(both.get(1).lastContact()).isEmpty();
        assertThat(store.people().lookUp(List.of(), NOW)).isEmpty();
    }

    @Test
    void followsAMergeToTheWorkAndTheContacts() {
        store.plans().keep(plan("plan-1", planned("d-1", "old")), WRITING);
        work("a-1", "old", Disposition.NO_ANSWER);
        store.people().merge("old", "new", WRITING);

        CustomerCare care = lookUp("old");

        assertThat(care.state().customerId()).isEqualTo("new");
        assertThat(care.work().orElseThrow().attempts()).isEqualTo(1);
        assertThat(care.lastContact()).isPresent();
    }

    @Test
    void tellsOnlyOfTriedWorkOnceADecisionIsOver() {
        store.plans().keep(plan("plan-1", play("d-1", "C-1", 2), planned("d-2", "C-2")), WRITING);
        work("a-1", "C-2", Disposition.NO_ANSWER);
        Instant later = NOW.plus(Duration.ofDays(31));

        assertThat(lookUp("C-1", later).state().last()).isPresent();
        assertThat(lookUp("C-1", later).work()).as("nobody tried").isEmpty();
        WorkItem tried = lookUp("C-2", later).work().orElseThrow();
        assertThat(tried.attempts()).isEqualTo(1);
        assertThat(tried.status()).isEqualTo(WorkStatus.CLOSED);
        assertThat(tried.disposition()).contains("expired");
        assertThat(lookUp("C-2").work().orElseThrow().status()).isEqualTo(WorkStatus.OPEN);
    }
}
