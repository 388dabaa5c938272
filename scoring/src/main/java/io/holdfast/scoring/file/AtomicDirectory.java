package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory that appears under its name whole or not at all.
 *
 * <p>It is filled under a hidden name beside the target ({@code .NAME.random.part}, with a {@code .lock} of the same name beside it);
 * {@link #commit()} forces every file to the disk and renames the directory. Without a commit, {@link #close()} removes it. Replacing an existing directory takes two renames, since file
 * systems cannot exchange two names through Java: killed exactly between them, a process leaves the old content beside the target as
 * {@code .NAME.random.old}. What killed processes have left goes when the next one begins, that old content not before there is a newer one.
 * For one thread.
 */
public final class AtomicDirectory implements Closeable {
    private final Target target;
    private final PartLock lock;
    private final Path part;
    private final boolean replace;
    private boolean open = true;

    private AtomicDirectory(Target target, PartLock lock, boolean replace) {
        this.target = target;
        this.lock = lock;
        this.part = lock.beside(".part");
        this.replace = replace;
    }

    /**
     * Begins a directory.
     *
     * @param replace whether an existing directory may be removed, with all that is in it; the caller answers for that
     * @throws InputException if the target is a file, if it exists and may not be replaced, or if the directory it belongs into is
     *     missing or cannot be written to
     */
    public static AtomicDirectory create(Path target, boolean replace) {
        Target place = Target.resolve(target);
        checkFree(place, replace);
        PartLock lock = PartLock.acquire(place);
        StaleParts.sweep(place, lock);
        AtomicDirectory directory = new AtomicDirectory(place, lock, replace);
        try {
            Files.createDirectory(directory.part);
        } catch (IOException e) {
            lock.close();
            throw place.notWritable(e);
        }
        Unfinished.begin(directory.part);
        return directory;
    }

    private static void checkFree(Target place, boolean replace) {
        if (Files.exists(place.path()) && !Files.isDirectory(place.path())) {
            throw new InputException(
                    "not_a_directory", "cannot write " + place.given() + ": it is a file; expected a directory");
        }
        if (Files.exists(place.path()) && !replace) {
            throw new InputException("already_exists", "cannot write " + place.given() + ": it exists already");
        }
    }

    /** The directory to put files into, until the commit. */
    public Path path() {
        return part;
    }

    /**
     * Puts the directory under the target's name, for good.
     *
     * @throws InputException if the disk does not take it or the target has come into being meanwhile; the target is then what it was
     */
    public void commit() {
        if (!open) {
            throw new IllegalStateException("already committed or closed: " + target.given());
        }
        try {
            checkFree(target, replace);
            Durable.forceTree(part);
            if (Files.exists(target.path())) {
                exchange();
            } else {
                Durable.rename(part, target.path());
            }
        } catch (IOException e) {
            close();
            throw target.failure(e);
        } catch (InputException e) {
            close();
            throw e;
        }
        open = false;
        Unfinished.finished(part);
        lock.close();
        Durable.forceDirectory(target.directory());
    }

    private void exchange() throws IOException {
        Path old = lock.beside(".old");
        Durable.rename(target.path(), old);
        try {
            Durable.rename(part, target.path());
        } catch (IOException e) {
            Durable.rename(old, target.path());
            throw e;
        }
        Unfinished.discard(old);
    }

    /** Ends the work; what is not committed is gone. */
    @Override
    public void close() {
        if (open) {
            open = false;
            Unfinished.discard(part);
            lock.close();
        }
    }
}
