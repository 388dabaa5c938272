package io.holdfast.serving.keys;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps two processes, or two threads of one, from changing keys at the same time: the later one would undo what the earlier one did. */
final class KeyFileLock implements AutoCloseable {
    /** A file lock belongs to the whole process, so its threads need one of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private KeyFileLock(FileChannel channel) {
        this.channel = channel;
    }

    static KeyFileLock take(Path keys) {
        Path lock = keys.resolveSibling(keys.getFileName() + ".lock");
        THREADS.lock();
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new KeyFileLock(channel);
        } catch (IOException e) {
            THREADS.unlock();
            throw new InputException(
                    "not_writable",
                    "cannot write " + lock + ": " + e.getMessage() + "; expected a folder of your own",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new InputException("not_writable", "the lock of the key file cannot be released", e);
        } finally {
            THREADS.unlock();
        }
    }
}
