package io.holdfast.serving.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The ways to one database: many that read, one that writes. Thread-safe. */
final class Connections implements AutoCloseable {
    private final StoreLocation location;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final GroupCommit writing;

    private Connections(StoreLocation location, HikariDataSource writer, HikariDataSource readers) {
        this.location = location;
        this.writer = writer;
        this.readers = readers;
        this.reading = jdbi(readers);
        this.writing = new GroupCommit(writer);
    }

    /**
     * Connects.
     *
     * @throws InputException when there is no such database
     */
    static Connections open(StoreLocation location) {
        try {
            HikariDataSource writer = Pools.writer(location);
            try {
                return new Connections(location, writer, Pools.readers(location));
            } catch (PoolInitializationException e) {
                writer.close();
                throw e;
            }
        } catch (PoolInitializationException e) {
            throw new InputException(
                    "store_unreachable",
                    "the store " + location.name() + " cannot be opened"
                            + (location instanceof StoreLocation.Postgres
                                    ? "; expected a running PostgreSQL, its user in " + StoreLocation.USER
                                            + " and the password in " + StoreLocation.PASSWORD
                                    : "; expected a store, or a new file in a folder that can be written"),
                    e);
        }
    }

    /** Its messages quote no values: they end in logs, and values are customers. */
    static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    /** What the database itself said. */
    static String cause(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    /**
     * Reads in one transaction.
     *
     * @throws StoreUnavailableException when the database does not answer
     */
    <T> T read(Function<Handle, T> read) {
        try {
            return reading.inTransaction(read::apply);
        } catch (JdbiException e) {
            throw new StoreUnavailableException("the store cannot be read", e);
        }
    }

    /** Reads all tables as they are at one moment. A database that sorts a large one may be silent for long. */
    <T> T snapshot(Function<Handle, T> read) {
        try {
            return location instanceof StoreLocation.Postgres
                    ? reading.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                        // The pool gives the connection its own time-out again.
                        handle.getConnection().setNetworkTimeout(Runnable::run, Pools.SORTING_MILLIS);
                        return read.apply(handle);
                    })
                    : reading.inTransaction(read::apply);
        } catch (JdbiException | SQLException e) {
            throw new StoreUnavailableException("the store cannot be read", e);
        }
    }

    <T> T write(GroupCommit.Write<T> write) {
        return writing.write(write);
    }

    /** Copies a SQLite database into a new file. */
    void vacuumInto(Path target) {
        try {
            reading.useHandle(handle ->
                    handle.execute("vacuum into ?", target.toAbsolutePath().toString()));
        } catch (JdbiException e) {
            throw new StoreUnavailableException("the store cannot be copied", e);
        }
    }

    @Override
    public void close() {
        writing.close();
        readers.close();
        writer.close();
    }
}
