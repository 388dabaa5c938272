package io.holdfast.scoring.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Steps that survive a power cut. */
final class Durable {
    private Durable() {}

    /** One step for every other process: it sees the old or the new, never a part. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A name is safe only when its directory is on disk too. Some systems cannot open a directory; there this does nothing. */
    static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The content itself was forced before, so all that can be lost is the rename: the old file would be back,
            // whole.
            return;
        }
    }

    /** Every file below a directory, then every directory from the inside out. */
    static void forceTree(Path root) throws IOException {
        for (Path path : below(root)) {
            if (Files.isDirectory(path)) {
                forceDirectory(path);
            } else if (Files.isRegularFile(path)) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    /** Removes a file or a whole directory; what is already gone is fine. */
    static void delete(Path root) throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : below(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** It and all that is in it, what is within a directory before the directory. */
    static List<Path> below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
