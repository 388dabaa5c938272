package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Plans on PostgreSQL, which several servers may share. */
final class PostgresPlansTest {
    @Test
    void takeTurnsWithThoseOfAnotherServer() {
        StoreLocation shared = TestDatabase.postgres();
        try (Store gate = Store.open(shared);
                Store one = Store.open(shared);
                Store other = Store.open(shared)) {
            List<CompletableFuture<PlanReceipt>> plans = new ArrayList<>();
            gate.connections().write(handle -> {
                AuditTrail.takeTurn(handle);
                plans.add(keep(one, plan("plan-1", planned("d-1", "A"), planned("d-2", "B"))));
                plans.add(keep(other, plan("plan-2", planned("d-3", "B"), planned("d-4", "A"))));
                return PostgresOutcomesTest.awaitTwoWaiting(handle);
            });

            assertThat(plans.stream().map(CompletableFuture::join))
                    .extracting(PlanReceipt::decisions)
                    .containsExactlyInAnyOrder(2, 0);
            assertThat(one.people().look(List.of("A", "B"), NOW))
                    .allSatisfy(state -> assertThat(state.decisions()).hasSize(1));
            assertThat(one.audit().verify().isWhole()).isTrue();
        }
    }

    @Test
    void areKeptOnceWhereTwoServersAreAskedForTheSame() {
        StoreLocation shared = TestDatabase.postgres();
        NewPlan plan = plan("plan-1", planned("d-1", "A"));
        try (Store gate = Store.open(shared);
                Store one = Store.open(shared);
                Store other = Store.open(shared)) {
            List<CompletableFuture<PlanReceipt>> plans = new ArrayList<>();
            gate.connections().write(handle -> {
                AuditTrail.takeTurn(handle);
                plans.add(keep(one, plan));
                plans.add(keep(other, plan));
                return PostgresOutcomesTest.awaitTwoWaiting(handle);
            });

            assertThat(plans.stream().map(CompletableFuture::join))
                    .extracting(PlanReceipt::repeated)
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private static CompletableFuture<PlanReceipt> keep(Store store, NewPlan plan) {
        return CompletableFuture.supplyAsync(() -> store.plans().keep(plan, WRITING), task -> new Thread(task).start());
    }
}
