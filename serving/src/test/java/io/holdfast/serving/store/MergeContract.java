package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.work.WorkQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that turn out to be one customer, whatever the database. */
abstract class MergeContract extends OpenStore {
    @Test
    void twoIdsOfOneCustomerInAPlanDoNotOvertakeIt() {
        store.people().merge("old", "new", WRITING);

        PlanReceipt kept = store.plans()
                .keepUnlessOvertaken(plan("plan-1", planned("d-1", "old"), planned("d-2", "new")), WRITING);

        assertThat(kept.decisions()).isEqualTo(1);
        assertThat(kept.left()).containsExactly("d-2");
        assertThat(look("new").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactly("d-1");
    }

    @Test
    void letsTheEarlierArmWinWhenIdsAreMerged() {
        store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), at(NOW.plusSeconds(60)));

        assertThat(store.people().merge("A", "B", at(NOW.plusSeconds(90)))).isEqualTo(new Merged("B", true));

        for (String id : List.of("A", "B")) {
            CustomerState state = look(id);
            assertThat(state.customerId()).isEqualTo("B");
            assertThat(state.holdOut().orElseThrow().arm()).isEqualTo("held-out");
            assertThat(state.holdOut().orElseThrow().since()).isEqualTo(NOW);
            assertThat(state.holdOut().orElseThrow().mixed()).isTrue();
            assertThat(state.decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
        }
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("superseded");
        assertThat(store.work().query(WorkQuery.all(), NOW)).isEmpty();
        assertThat(store.people().merge("A", "B", WRITING)).isEqualTo(new Merged("B", false));
    }

    @Test
    void carriesNothingOutOnAHeldOutCustomerWhoCameUnderASecondId() {
        store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
        Instant later = NOW.plus(Duration.ofDays(31));
        NewDecision fresh = planned("d-2", "B");
        NewDecision shifted = NewDecision.of(
                        fresh.decisionId(),
                        fresh.customerId(),
                        fresh.arm(),
                        fresh.status(),
                        later.plus(Duration.ofDays(30)))
                .action(fresh.action(), List.of())
                .build();
        store.plans().keep(plan("plan-2", shifted), at(later));

        store.people().merge("B", "A", at(later));

        assertThat(store.people().look(List.of("B"), later).get(0).decision()).isEmpty();
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("superseded");
    }

    @Test
    void measuresOnWhomBothIdsStoodOnOneSide() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), at(NOW.plusSeconds(60)));
        store.people().merge("A", "B", WRITING);

        assertThat(look("B").holdOut().orElseThrow().mixed()).isFalse();
        assertThat(look("B").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
    }

    @Test
    void followsChainsOfMerges() {
        store.contacts().add(contact("k-1", "A", "hello"), WRITING);
        store.people().merge("A", "B", WRITING);
        store.people().merge("B", "C", WRITING);
        store.contacts().add(contact("k-2", "A", "again"), WRITING);

        assertThat(look("A").customerId()).isEqualTo("C");
        assertThat(store.contacts().of("C")).extracting(Contact::contactId).containsExactly("k-1", "k-2");
        assertThat(store.contacts().of("B")).extracting(Contact::customerId).containsOnly("A");
    }
}
