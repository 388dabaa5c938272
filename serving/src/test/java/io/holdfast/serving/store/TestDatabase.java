package io.holdfast.serving.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL for the tests of one JVM, with as many empty databases as they ask for. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres shared;
    private static @Nullable String refusal;

    private TestDatabase() {}

    /** A new file of SQLite. */
    public static StoreLocation sqlite(Path directory) {
        return new StoreLocation.SqliteFile(directory.resolve("store-" + NUMBER.incrementAndGet() + ".db"));
    }

    /** A new database of PostgreSQL; the test is skipped, with a message, where none can be started. */
    public static StoreLocation postgres() {
        EmbeddedPostgres server = server();
        String name = "holdfast_" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return location(server, name);
    }

    /** Where a database of a server is. */
    public static StoreLocation location(EmbeddedPostgres server, String name) {
        return new StoreLocation.Postgres(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    /** A server of its own, for tests that stop it. */
    public static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("No PostgreSQL can be started here: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    /**
     * A server of its own that can be stopped and started again with what it holds.
     *
     * @param data where it keeps its files; what is there stays
     * @param port where it listens; 0 for any
     */
    public static EmbeddedPostgres start(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("No PostgreSQL can be started here: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        Assumptions.assumeTrue(refusal == null, () -> "No PostgreSQL can be started here: " + refusal);
        EmbeddedPostgres running = shared;
        if (running != null) {
            return running;
        }
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            shared = started;
            return started;
        } catch (IOException | IllegalStateException e) {
            refusal = String.valueOf(e.getMessage());
            Assumptions.abort("No PostgreSQL can be started here: " + refusal);
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
