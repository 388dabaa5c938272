package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effects are computed one at a time; what else a server does goes on meanwhile. */
final class EffectsBusyIT {
    @TempDir
    Path directory;

    @Test
    void refusesASecondQuestionWhileOneIsBeingAnswered() throws SQLException {
        StoreLocation.Postgres store = (StoreLocation.Postgres) TestDatabase.postgres();
        try (TestServer server = TestServer.start(directory, settings -> settings.withStore(store));
                Connection blocking = DriverManager.getConnection(store.url(), store.user(), store.password());
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table decision in access exclusive mode");
            CompletableFuture<Reply> first =
                    CompletableFuture.supplyAsync(() -> server.get("/v1/effects"), task -> new Thread(task).start());
            assertThat(isSomebodyWaiting(statement)).isTrue();

            Reply second = server.get("/v1/effects");
            assertThat(second.status()).as(second.text()).isEqualTo(503);
            assertThat(second.code()).isEqualTo("overloaded");
            assertThat(second.header("Retry-After")).isEqualTo("10");
            assertThat(second.json().path("detail").textValue()).contains("report");
            assertThat(server.get("/health/ready").status()).isEqualTo(200);

            blocking.rollback();
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(server.get("/v1/effects").status()).isEqualTo(200);
            assertThat(server.get("/v1/effects?plan=plan-9").code()).isEqualTo("no_such_plan");
            assertThat(server.get("/v1/effects").status())
                    .as("after a refusal, too")
                    .isEqualTo(200);
        }
    }

    private static boolean isSomebodyWaiting(Statement statement) throws SQLException {
        for (int i = 0; i < 1500; i++) {
            statement.execute("select pg_sleep(0.01)");
            try (ResultSet waiting = statement.executeQuery(
                    "select count(*) from pg_locks where not granted and relation = 'decision'::regclass")) {
                if (waiting.next() && waiting.getLong(1) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
