package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.attempt;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.nothing;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What is shown of work whose time is over, though nobody has written it down, whatever the database. */
abstract class WorkExpiryContract extends OpenStore {
    private static final Instant OVER = NOW.plus(Duration.ofDays(30));

    private List<WorkItem> listed(WorkStatus status, Instant now) {
        return store.work().query(WorkQuery.all().in(status), now);
    }

    @Test
    void isShownAsClosed() {
        store.plans()
                .keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2"), planned("d-3", "C-3")), WRITING);
        String claimed = item("C-1").itemId();
        store.work().claim(claimed, "ann", WRITING);
        store.contacts().consent(new Consent("C-2", Consent.CARE, Consent.ALL, false, NOW, "crm"), WRITING);

        assertThat(listed(WorkStatus.CLOSED, OVER.minusSeconds(1)))
                .extracting(WorkItem::customerId)
                .containsExactly("C-2");
        assertThat(store.work().query(WorkQuery.all(), OVER)).isEmpty();
        assertThat(listed(WorkStatus.OPEN, OVER)).isEmpty();
        assertThat(listed(WorkStatus.CLAIMED, OVER)).isEmpty();
        assertThat(listed(WorkStatus.CLOSED, OVER)).hasSize(3).allSatisfy(item -> {
            assertThat(item.status()).isEqualTo(WorkStatus.CLOSED);
            assertThat(item.disposition()).contains("expired");
            assertThat(store.work().find(item.itemId(), OVER)).contains(item);
        });
        List<WorkItem> shown = listed(WorkStatus.CLOSED, OVER);
        store.plans().keep(plan("plan-2", nothing("d-9", "C-9")), at(OVER));
        assertThat(listed(WorkStatus.CLOSED, OVER))
                .as("as soon as it is written")
                .isEqualTo(shown);
    }

    @Test
    void isTakenWhatWasDoneInTime() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        String first = item("C-1").itemId();
        String second = item("C-2").itemId();
        Instant inTime = OVER.minusSeconds(60);

        assertThat(store.work()
                        .attemptAll(
                                List.of(
                                        reported("a-1", first, Disposition.REACHED, inTime),
                                        reported("a-2", second, Disposition.NO_ANSWER, inTime)),
                                at(OVER)))
                .extracting(item -> item.disposition().orElseThrow())
                .containsExactly("reached", "expired");
        assertRefused("work_item_closed", () -> store.work().claim(second, "bob", at(OVER)));
    }

    private static Attempt reported(String id, String item, Disposition disposition, Instant at) {
        return new Attempt(id, item, "ann", disposition, Optional.empty(), "", Optional.of(at));
    }

    @Test
    void givesWayToTheNextStep() {
        Instant early = NOW.plus(Duration.ofDays(2));
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                NewDecision.of("d-1", "C-1", HoldOutMember.TREATED, NewDecision.PLANNED, OVER)
                                        .action(
                                                Optional.of("call"),
                                                List.of(
                                                        new DecisionStep(
                                                                1,
                                                                "phone",
                                                                "desk",
                                                                NOW,
                                                                early,
                                                                LocalizedText.same("Call.")),
                                                        new DecisionStep(
                                                                2,
                                                                "email",
                                                                "desk",
                                                                early,
                                                                OVER,
                                                                LocalizedText.same("Write."))))
                                        .candidates(List.of(new StoredCandidate("call", 1, OptionalDouble.of(1))), 1)
                                        .build()),
                        WRITING);
        store.contacts().consent(new Consent("C-1", Consent.CARE, "phone", false, NOW, "crm"), WRITING);
        assertThat(store.work().query(WorkQuery.all(), NOW)).isEmpty();

        WorkItem next = store.work().query(WorkQuery.all(), early).get(0);

        assertThat(next.step()).isEqualTo(2);
        CustomerCare care = store.people().lookUp(List.of("C-1"), early).get(0);
        assertThat(care.work().orElseThrow().itemId()).isEqualTo(next.itemId());
        assertThat(care.state().decision().orElseThrow().dueChannel()).contains("email");
        store.work().claim(next.itemId(), "ann", at(early));
        assertThat(store.work()
                        .attempt(attempt("a-1", next.itemId(), Disposition.REACHED), at(early))
                        .disposition())
                .contains("reached");
    }
}
