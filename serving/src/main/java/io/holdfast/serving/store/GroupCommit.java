package io.holdfast.serving.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. What waits while a transaction is being committed goes into the next one together, so that many small writes share one
 * forced write to the disk; each is answered only after the commit that holds it. A write that is refused is taken back alone. Thread-safe.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 1024;
    private static final long LOOK_MILLIS = 100;
    private static final String SAVEPOINT = "one_write";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closed;

    GroupCommit(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Connections.jdbi(pool);
        this.thread = new Thread(this::run, "holdfast-store-writer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** What one write does within the transaction. */
    @FunctionalInterface
    interface Write<T> {
        T apply(Handle handle);
    }

    private static final class Task<T> {
        private final Write<T> write;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable RuntimeException refusal;

        private Task(Write<T> write) {
            this.write = write;
        }

        private void apply(Handle handle) {
            handle.savepoint(SAVEPOINT);
            try {
                result = write.apply(handle);
                handle.releaseSavepoint(SAVEPOINT);
            } catch (RuntimeException e) {
                if (e instanceof JdbiException && !isContradiction(e)) {
                    throw e;
                }
                refusal = e;
                handle.rollbackToSavepoint(SAVEPOINT);
            }
        }

        private void acknowledge() {
            if (refusal != null) {
                answer.completeExceptionally(refusal);
            } else {
                answer.complete(result);
            }
        }

        private void fail(RuntimeException cause) {
            answer.completeExceptionally(cause);
        }
    }

    /** Whether the database understood and refused, rather than failed: the standard's class 23, and the driver of SQLite alike. */
    private static boolean isContradiction(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String state = sql.getSQLState();
                return (state != null && state.startsWith("23"))
                        || (sql.getMessage() != null && sql.getMessage().contains("SQLITE_CONSTRAINT"));
            }
        }
        return false;
    }

    /**
     * Writes, and returns once it is on the disk.
     *
     * @throws WriteRefusedException as the write itself throws it
     * @throws StoreUnavailableException when it was not written, or nobody can tell: repeating it must be harmless
     */
    <T> T write(Write<T> write) {
        Task<T> task = new Task<>(write);
        if (closed || !waiting.offer(task)) {
            throw new StoreUnavailableException(closed ? "the store is closed" : "too many writes wait for the store");
        }
        try {
            return task.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void run() {
        List<Task<?>> together = new ArrayList<>(MOST_TOGETHER);
        while (!closed || !waiting.isEmpty()) {
            try {
                Task<?> first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                    waiting.drainTo(together, MOST_TOGETHER - 1);
                    commit(together);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            together.clear();
        }
    }

    private void commit(List<Task<?>> together) {
        try (Handle handle = jdbi.open()) {
            try {
                handle.begin();
                together.forEach(task -> task.apply(handle));
                handle.commit();
            } catch (RuntimeException e) {
                abandon(handle);
                throw e;
            }
        } catch (RuntimeException e) {
            LOG.error("The store took none of {} writes: {}", together.size(), Connections.cause(e));
            StoreUnavailableException unavailable = new StoreUnavailableException("the store cannot be written", e);
            together.forEach(task -> task.fail(unavailable));
            return;
        }
        together.forEach(Task::acknowledge);
    }

    /** After a full disk or a lost connection nobody knows what a connection is still good for. */
    private void abandon(Handle handle) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            LOG.debug("The transaction was lost with its connection", e);
        }
        pool.evictConnection(handle.getConnection());
    }

    /** Finishes what waits. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(task -> task.fail(new StoreUnavailableException("the store is closed")));
    }
}
