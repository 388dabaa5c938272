package io.holdfast.serving.keys;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a running server: a key added to or taken from the file counts within a second, without a restart. Who deletes or empties the
 * file revokes all keys. A file that is damaged or open to others is nobody's intention: the last keys read stay in force. Thread-safe.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);
    private static final String NO_FILE = "";

    private final KeyStore store;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile Seen seen;
    private volatile boolean seenFile;

    /** What the file looked like when its keys were read. */
    private record Seen(String mark, ApiKeys keys) {}

    private KeyRing(KeyStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.seen = new Seen(mark(store.file()).orElse(NO_FILE), store.read());
        this.seenFile = !seen.mark().equals(NO_FILE);
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

    /** Whether there was a key file at any of the times it was looked for. */
    public boolean hasSeenFile() {
        return seenFile;
    }

    /** The keys as of now. */
    public ApiKeys keys() {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_AGAIN)) {
            mark(store.file()).filter(mark -> !mark.equals(seen.mark())).ifPresent(this::look);
        }
        return seen.keys();
    }

    private void look(String mark) {
        if (mark.equals(NO_FILE)) {
            seen = new Seen(mark, ApiKeys.none());
            LOG.warn("The key file is gone, so all keys are revoked");
            return;
        }
        seenFile = true;
        try {
            seen = new Seen(mark, isEmpty() ? ApiKeys.none() : store.read());
            if (seen.keys().isEmpty()) {
                LOG.warn("The key file holds no key any more, so all keys are revoked");
            } else {
                LOG.info(
                        "The key file was read again: {} keys",
                        seen.keys().all().size());
            }
        } catch (InputException e) {
            seen = new Seen(mark, seen.keys());
            LOG.warn(
                    "The key file changed and cannot be used, so the keys read before stay in force: {}",
                    e.getMessage());
        }
    }

    private boolean isEmpty() {
        return store.file().toFile().length() == 0;
    }

    /** Identity, size and time of the file: a replaced file differs in at least one. Empty when nobody can say. */
    private static Optional<String> mark(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(attributes.fileKey() + "/" + attributes.size() + "/" + attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            return Optional.of(NO_FILE);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
