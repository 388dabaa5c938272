package io.holdfast.serving.keys;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a running server: a key added to or taken from the file counts within a second, without a restart. Never opens a door by
 * accident: when the file is gone or unreadable, the last keys read stay in force. Thread-safe.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final KeyStore store;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile Seen seen;

    /** What the file looked like when its keys were read. */
    private record Seen(String mark, ApiKeys keys) {}

    private KeyRing(KeyStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.seen = new Seen(mark(store.file()), store.read());
        this.nextLook = new AtomicLong(nanoTime.getAsLong() + LOOK_AGAIN);
    }

    /**
     * Reads the keys.
     *
     * @throws InputException when the file exists and cannot be used
     */
    public static KeyRing of(KeyStore store) {
        return new KeyRing(store, System::nanoTime);
    }

    /** The same with another source of elapsed time, nanoseconds. */
    static KeyRing of(KeyStore store, LongSupplier nanoTime) {
        return new KeyRing(store, nanoTime);
    }

    /** The keys as of now. */
    public ApiKeys keys() {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_AGAIN)) {
            look();
        }
        return seen.keys();
    }

    private void look() {
        String mark = mark(store.file());
        if (mark.isEmpty() || mark.equals(seen.mark())) {
            return;
        }
        try {
            seen = new Seen(mark, store.read());
            LOG.info("The key file was read again: {} keys", seen.keys().all().size());
        } catch (InputException e) {
            seen = new Seen(mark, seen.keys());
            LOG.warn(
                    "The key file changed and cannot be used, so the keys read before stay in force: {}",
                    e.getMessage());
        }
    }

    /** Identity, size and time of the file: a replaced file differs in at least one. Empty when there is none. */
    private static String mark(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + "/" + attributes.size() + "/" + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "";
        }
    }
}
