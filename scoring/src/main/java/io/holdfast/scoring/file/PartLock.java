package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Tells other processes that what lies beside a target is still being written: the hidden file {@code .NAME.random.lock}, which this process holds
 * locked and removes when the work has ended. The system gives the lock back when a process dies, however it dies, so a lock that can be had belongs
 * to nobody.
 */
final class PartLock implements Closeable {
    private static final String ENDING = ".lock";
    private static final int ATTEMPTS = 100;

    private final Path file;
    private final FileChannel channel;

    private PartLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a fresh name beside the target. Where the file system has no locks, nothing is locked, and nobody else can lock it either.
     *
     * @throws InputException if the directory cannot be written to
     */
    static PartLock acquire(Target target) {
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                Path file = target.sibling(ENDING);
                // First, lest another thread opens it: in closing it, that would give back the lock of the whole
                // process.
                Unfinished.begin(file);
                @Nullable PartLock lock = lock(file);
                if (lock != null) {
                    return lock;
                }
            }
            throw new IOException("the lock of the unfinished file is taken again and again");
        } catch (IOException e) {
            throw target.notWritable(e);
        }
    }

    /** Nothing if whoever sweeps came between creating the file and locking it, and so has removed it or will. */
    private static @Nullable PartLock lock(Path file) throws IOException {
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            if (hasLocked(channel) && Files.exists(file)) {
                return new PartLock(file, channel);
            }
            channel.close();
            Unfinished.discard(file);
            return null;
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            Unfinished.discard(file);
            throw e;
        }
    }

    private static boolean hasLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another part of this process, loaded apart from this one, is sweeping.
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Does something under a lock that nobody holds.
     *
     * @param file the lock file of somebody else
     */
    static void ifFree(Path file, Removal removal) throws IOException {
        if (Unfinished.isOfThisProcess(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock != null) {
                removal.run();
            }
        } catch (OverlappingFileLockException e) {
            // Another part of this process, loaded apart from this one, is writing.
            return;
        }
    }

    /** The name of what is being written, with another ending. */
    Path beside(String ending) {
        return beside(file, ending);
    }

    static Path beside(Path lock, String ending) {
        String name = String.valueOf(lock.getFileName());
        return lock.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ending);
    }

    Path file() {
        return file;
    }

    /** The work has ended, this way or that. */
    @Override
    public void close() {
        Unfinished.discard(file);
        try {
            channel.close();
        } catch (IOException e) {
            // The name is gone already; with the process, at the latest, the lock goes too.
            return;
        }
    }

    @FunctionalInterface
    interface Removal {
        void run() throws IOException;
    }
}
