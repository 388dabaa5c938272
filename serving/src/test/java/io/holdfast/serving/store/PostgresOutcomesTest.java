package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.margin;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Outcomes on PostgreSQL, which several servers may share. */
final class PostgresOutcomesTest extends OutcomesContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }

    @Test
    void areNotOverwrittenByAnotherServer() {
        StoreLocation shared = location();
        try (Store gate = Store.open(shared);
                Store one = Store.open(shared);
                Store other = Store.open(shared)) {
            List<CompletableFuture<RowOutcome>> reports = new ArrayList<>();
            gate.connections().write(handle -> {
                AuditTrail.takeTurn(handle);
                reports.add(report(one, margin("o-1", "C-1", 1, NOW)));
                reports.add(report(other, margin("o-1", "C-2", 2, NOW)));
                return awaitTwoWaiting(handle);
            });
            List<RowOutcome> receipts =
                    reports.stream().map(CompletableFuture::join).toList();

            assertThat(receipts).extracting(RowOutcome::written).containsExactlyInAnyOrder(true, false);
            assertThat(receipts)
                    .filteredOn(receipt -> !receipt.written())
                    .extracting(receipt -> receipt.refusal().orElseThrow().code())
                    .containsExactly("outcome_exists");
            assertThat(one.outcomes().of("C-1").size()
                            + one.outcomes().of("C-2").size())
                    .isEqualTo(1);
            assertThat(one.audit().verify().entries()).isEqualTo(1);
        }
    }

    private static CompletableFuture<RowOutcome> report(Store store, Outcome outcome) {
        return CompletableFuture.supplyAsync(
                () -> store.outcomes().addAll(List.of(outcome), WRITING).get(0), task -> new Thread(task).start());
    }

    /** Both have begun, and neither can end. */
    static long awaitTwoWaiting(Handle handle) {
        long waiting = 0;
        for (int i = 0; i < 1000 && waiting < 2; i++) {
            handle.execute("select pg_sleep(0.01)");
            waiting = handle.createQuery("select count(*) from pg_locks where not granted")
                    .mapTo(Long.class)
                    .one();
        }
        assertThat(waiting).isGreaterThanOrEqualTo(2);
        return waiting;
    }
}
