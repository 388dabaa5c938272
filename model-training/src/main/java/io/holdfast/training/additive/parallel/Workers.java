package io.holdfast.training.additive.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A fixed number of threads. Pieces of work write to places of their own, never to a shared sum. */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    /** @param threads 1 or more; with 1, everything runs in the calling thread */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: 1 or more)");
        }
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "additive");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does the work for 0, 1, ... {@code count - 1} and returns when all is done.
     *
     * @throws CancellationException when the calling thread is interrupted
     */
    public void forEach(int count, IntConsumer work) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the training was cancelled");
        }
        if (threads == 1 || count == 1) {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, count); thread++) {
            running.add(pool.submit(share));
        }
        running.forEach(Workers::await);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the training was cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
