package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The work list on PostgreSQL. */
@Tag("slow")
final class PostgresWorkListTest extends WorkListContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }

    private interface Work {
        List<RowOutcome> of(Store server);
    }

    /** Both servers begin, and neither can end, before they get to go. */
    private static List<List<RowOutcome>> atOnce(StoreLocation shared, Work one, Work other) {
        try (Store gate = Store.open(shared);
                Store first = Store.open(shared);
                Store second = Store.open(shared)) {
            List<CompletableFuture<List<RowOutcome>>> both = new ArrayList<>();
            gate.connections().write(handle -> {
                AuditTrail.takeTurn(handle);
                both.add(CompletableFuture.supplyAsync(() -> one.of(first), task -> new Thread(task).start()));
                both.add(CompletableFuture.supplyAsync(() -> other.of(second), task -> new Thread(task).start()));
                return PostgresOutcomesTest.awaitTwoWaiting(handle);
            });
            return both.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Attempt attempt(String id, String item) {
        return new Attempt(id, item, "ann", Disposition.NO_ANSWER, Optional.empty(), "");
    }

    @Test
    void countsWhatTwoServersReportAtOnceOneAfterTheOther() {
        StoreLocation shared = location();
        String first;
        String second;
        try (Store store = Store.open(shared)) {
            store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
            first = item(store, "C-1").itemId();
            second = item(store, "C-2").itemId();
        }

        List<List<RowOutcome>> rows = atOnce(
                shared,
                server -> server.work().attemptEach(List.of(attempt("a-1", first), attempt("same", second)), WRITING),
                server -> server.work().attemptEach(List.of(attempt("same", second), attempt("a-2", first)), WRITING));

        assertThat(rows)
                .allSatisfy(each -> assertThat(each)
                        .allSatisfy(row -> assertThat(row.refusal()).isEmpty()));
        assertThat(rows.stream().flatMap(List::stream).filter(RowOutcome::written))
                .hasSize(3);
        try (Store store = Store.open(shared)) {
            assertThat(item(store, "C-1").attempts()).isEqualTo(2);
            assertThat(item(store, "C-2").attempts()).isEqualTo(1);
            assertThat(store.audit().verify().isWhole()).isTrue();
        }
    }

    private static WorkItem item(Store store, String customer) {
        return store.work().query(WorkQuery.all().ofCustomer(customer), NOW).get(0);
    }
}
