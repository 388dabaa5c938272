package io.holdfast.serving.store;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a store's file to the one process that writes it; the system gives it back when that process ends, however it ends. */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or says who has it.
     *
     * @throws InputException when another process, or this one, holds it already
     */
    static StoreLock take(Path store) {
        Path lock = store.resolveSibling(store.getFileName() + ".lock");
        FileChannel channel = open(store, lock);
        try {
            @Nullable FileLock taken = channel.tryLock();
            if (taken != null) {
                return new StoreLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it: the sentence is the same.
        } catch (IOException e) {
            close(channel);
            throw new InputException("not_writable", "cannot lock " + lock + ": " + e.getMessage(), e);
        }
        close(channel);
        throw new InputException(
                "store_in_use",
                store
                        + " is in use by a running server, or by another command; expected --server URL to ask that"
                        + " server, or its end");
    }

    private static FileChannel open(Path store, Path lock) {
        try {
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new InputException(
                    "not_writable",
                    "cannot write " + lock + "; expected the folder of the store " + store
                            + " to exist and to be writable",
                    e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new InputException("not_writable", "the lock of the store cannot be released", e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
