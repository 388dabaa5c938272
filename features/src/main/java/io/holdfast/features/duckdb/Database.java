package io.holdfast.features.duckdb;

import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A database in memory that spills to a folder of its own, and may open another there, on the disk; all of it is gone when closed or when the process is ended.
 * For one thread.
 */
final class Database implements Closeable {
    /** Name of the database on the disk. */
    static final String DISK = "disk";

    private static final long PATIENCE_NANOS = 3_000_000_000L;
    private static final long BETWEEN_TRIES_NANOS = 10_000_000L;

    private final DuckDBConnection connection;
    private final Path folder;
    private final Thread cleaning;

    private Database(DuckDBConnection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
        // What is there may be many times the history; a process that is told to end must not leave it.
        this.cleaning = new Thread(() -> delete(folder), "delete-" + folder.getFileName());
        Runtime.getRuntime().addShutdownHook(cleaning);
    }

    static Database open(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
        Path folder = temporaryFolder();
        properties.setProperty("temp_directory", folder.toString());
        try {
            Database database = new Database(
                    DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class), folder);
            database.run("SET TimeZone = 'UTC'");
            return database;
        } catch (SQLException e) {
            delete(folder);
            throw failure("opening the database", e);
        }
    }

    /** Opens a second database, on the disk, for what is too much to be kept in memory; it compresses, and goes with the folder. */
    void openDisk() {
        run("ATTACH " + Sql.text(file(DISK + ".duckdb").toString()) + " AS " + DISK);
    }

    /** From now on it sees no file but its own, and nobody can change that. */
    void lock() {
        run("SET allowed_directories = [" + Sql.text(folder.toString()) + "]");
        run("SET enable_external_access = false");
        run("SET lock_configuration = true");
    }

    /** A place for a file that the database writes. */
    Path file(String name) {
        return folder.resolve(name);
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Reads the rows of a query one by one. */
    void query(String sql, RowReader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The numbers of a query that gives one row; 0 where there is none. */
    List<Long> numbers(String sql) {
        List<Long> numbers = new ArrayList<>();
        query(sql, row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getLong(column));
            }
        });
        return numbers;
    }

    void append(String table, Appending appending) {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            appending.to(appender);
        } catch (SQLException e) {
            throw failure("filling the table " + table, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure("closing the database", e);
        } finally {
            delete(folder);
            forgetCleaning();
        }
    }

    private void forgetCleaning() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException e) {
            // The process is ending; then the hook runs, or has run.
        }
    }

    private static InputException failure(String what, SQLException e) {
        String said = String.valueOf(e.getMessage());
        String folded = said.toLowerCase(Locale.ROOT);
        if (folded.contains("out of memory") || folded.contains("no space left")) {
            return new InputException(
                    "out_of_memory",
                    "the history needs more memory or more room for temporary files: " + firstLine(said),
                    e);
        }
        if (said.startsWith("IO Error") || said.startsWith("Invalid Input Error") || said.startsWith("Invalid Error")) {
            return new InputException("not_readable", firstLine(said), e);
        }
        throw new IllegalStateException(firstLine(said) + " in " + Excerpt.of(what), e);
    }

    static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("holdfast-history-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a process is told to end, the database's threads may still make and remove files meanwhile, so it is tried again for a while. */
    static void delete(Path folder) {
        long began = System.nanoTime();
        while (!isDeleted(folder)) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                folder.toFile().deleteOnExit();
                return;
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
    }

    private static boolean isDeleted(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return Files.notExists(folder);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a part of filling a table that another database's reading calls, lest a failure of this one be told as one of that. */
    static void filling(String table, Filling filling) {
        try {
            filling.run();
        } catch (SQLException e) {
            throw failure("filling the table " + table, e);
        }
    }

    /** A part of filling a table. */
    @FunctionalInterface
    interface Filling {
        void run() throws SQLException;
    }

    /** Fills a table. */
    @FunctionalInterface
    interface Appending {
        void to(DuckDBAppender appender) throws SQLException;
    }
}
