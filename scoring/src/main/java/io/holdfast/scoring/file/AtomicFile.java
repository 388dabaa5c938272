package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name whole or not at all.
 *
 * <p>The content goes into a hidden file beside the target ({@code .NAME.random.part}, with a {@code .lock} of the same name beside it);
 * {@link #commit()} forces it to the disk and renames it. What killed processes have left beside the target goes when the next one begins.
 * Without a commit, {@link #close()} removes it, and the target stays what it was. A link is followed: the file it points to is
 * replaced. A replaced file's permissions are kept. For one thread.
 */
public final class AtomicFile implements Closeable {
    /** Bytes written between two times that they are forced to the disk: smaller files cost no thread. */
    private static final long STEP = 64L << 20;

    private final Target target;
    private final PartLock lock;
    private final Path part;
    private final FileChannel channel;
    private final EarlyForce force;
    private final PartStream stream;
    private boolean open = true;

    private AtomicFile(Target target, PartLock lock, Path part, FileChannel channel) {
        this.target = target;
        this.lock = lock;
        this.part = part;
        this.channel = channel;
        this.force = new EarlyForce(channel, STEP);
        this.stream = new PartStream(target, channel, force);
    }

    /**
     * Begins a file.
     *
     * @throws InputException if the target is a directory or a device, if it may not be replaced, or if its directory is missing or
     *     cannot be written to
     */
    public static AtomicFile create(Path target) {
        Target place = requirePlace(target);
        PartLock lock = PartLock.acquire(place);
        StaleParts.sweep(place, lock);
        Path part = lock.beside(".part");
        try {
            FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            Unfinished.begin(part);
            AtomicFile file = new AtomicFile(place, lock, part, channel);
            file.takeOverPermissions();
            return file;
        } catch (IOException e) {
            lock.close();
            throw place.notWritable(e);
        }
    }

    static Target requirePlace(Path target) {
        Target place = Target.resolve(target);
        if (Files.isDirectory(place.path())) {
            throw new InputException(
                    "is_a_directory", "cannot write " + target + ": it is a directory; expected a file");
        }
        if (Files.exists(place.path())) {
            checkReplaceable(place);
        }
        return place;
    }

    private static void checkReplaceable(Target place) {
        if (!Files.isRegularFile(place.path())) {
            throw new InputException("not_a_file", "cannot write " + place.given() + ": it is not a regular file");
        }
        if (!Files.isWritable(place.path())) {
            throw new InputException(
                    "not_writable", "cannot write " + place.given() + ": the existing file is read-only");
        }
    }

    /** A file with customers that only its owner may read must not become readable for all by being written anew. */
    private void takeOverPermissions() {
        @Nullable PosixFileAttributeView old = Files.getFileAttributeView(target.path(), PosixFileAttributeView.class);
        if (old == null || Files.notExists(target.path())) {
            return;
        }
        try {
            Files.setPosixFilePermissions(part, old.readAttributes().permissions());
        } catch (IOException e) {
            close();
            throw target.failure(e);
        }
    }

    /** Where the content goes; buffered, and a failure (a full disk) is an {@link InputException} already. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the content under the target's name, for good. Nothing can be written afterwards.
     *
     * @throws InputException if the disk does not take it; the target is then what it was
     */
    public void commit() {
        if (!open) {
            throw new IllegalStateException("already committed or closed: " + target.given());
        }
        try {
            stream.close();
            force.end();
            channel.force(true);
            channel.close();
            Durable.rename(part, target.path());
        } catch (IOException e) {
            close();
            throw target.failure(e);
        }
        open = false;
        Unfinished.finished(part);
        lock.close();
        Durable.forceDirectory(target.directory());
    }

    /** Ends the work; what is not committed is gone. */
    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                channel.close();
            } catch (IOException e) {
                // The file is removed next; what it failed to take is of no interest.
            } finally {
                Unfinished.discard(part);
                lock.close();
            }
        }
    }
}
