package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Has a large file forced to the disk bit by bit while it is being written, so that little is left to wait for at its end. For one thread, which
 * never waits here before {@link #end()}.
 */
final class EarlyForce {
    private final FileChannel channel;
    private final long step;
    private long written;
    private long asked;
    private @Nullable FutureTask<@Nullable Void> running;
    private @Nullable IOException failure;

    /** @param step how much is written between two times, in bytes */
    EarlyForce(FileChannel channel, long step) {
        this.channel = channel;
        this.step = step;
    }

    /** So many bytes more were written. */
    void wrote(long bytes) {
        written += bytes;
        if (written - asked >= step && isFree()) {
            asked = written;
            FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
                channel.force(false);
                return null;
            });
            running = task;
            Thread thread = new Thread(task, "force-to-disk");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private boolean isFree() {
        if (running != null && running.isDone()) {
            finish(running);
            running = null;
        }
        return running == null;
    }

    /**
     * Waits for what is under way.
     *
     * @throws IOException what the disk did not take: a system tells it only once, so forcing everything at the end may find nothing wrong any more
     */
    void end() throws IOException {
        if (running != null) {
            finish(running);
            running = null;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void finish(FutureTask<@Nullable Void> task) {
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                task.get();
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                waiting = false;
                failure = e.getCause() instanceof IOException refused ? refused : new IOException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
