package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Removes what processes that were killed left beside a target. Only what nobody has locked goes. In a folder that other machines may share, where a lock
 * may be known to its own machine only, it must also have been untouched for half a day, by the clock of whoever keeps the files.
 */
final class StaleParts {
    /** On these, every process that can see a file sees its lock. */
    private static final Set<String> LOCAL =
            Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "apfs", "hfs");

    private static final Duration UNTOUCHED = Duration.ofHours(12);

    private StaleParts() {}

    /** Removes what it can; a remainder hinders nobody, and the next writer tries again. */
    static void sweep(Target target, PartLock own) {
        try {
            String type = Files.getFileStore(target.directory()).type();
            sweep(target, own, LOCAL.contains(type.toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            return;
        }
    }

    /** @param local whether every process that can see a file sees its lock */
    static void sweep(Target target, PartLock own, boolean local) {
        try {
            for (Path lock : target.siblings(".lock")) {
                sweep(lock, target, own, local);
            }
        } catch (IOException e) {
            return;
        }
    }

    private static void sweep(Path lock, Target target, PartLock own, boolean local) {
        Path part = PartLock.beside(lock, ".part");
        Path old = PartLock.beside(lock, ".old");
        try {
            PartLock.ifFree(lock, () -> {
                // Killed between the two renames of a directory, a process leaves the only copy of the old content.
                boolean isOnlyCopy = exists(old) && !exists(target.path());
                if (!isOnlyCopy && (local || isOlder(List.of(lock, part), own))) {
                    Durable.delete(part);
                    Durable.delete(old);
                    Files.deleteIfExists(lock);
                }
            });
        } catch (IOException e) {
            // Gone meanwhile, or of somebody whose files are not ours to remove.
            return;
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOlder(List<Path> files, PartLock own) throws IOException {
        FileTime limit =
                FileTime.from(Files.getLastModifiedTime(own.file()).toInstant().minus(UNTOUCHED));
        for (Path file : files) {
            if (exists(file) && isTouchedSince(file, limit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTouchedSince(Path root, FileTime limit) throws IOException {
        for (Path path : Durable.below(root)) {
            if (Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).compareTo(limit) > 0) {
                return true;
            }
        }
        return false;
    }
}
