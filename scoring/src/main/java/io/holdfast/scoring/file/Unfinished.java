package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The temporary files and directories of this process that are not yet committed. They are removed when it ends early (Ctrl-C, a
 * termination signal); {@link java.io.File#deleteOnExit} would keep every name of a long-running server in memory and removes no directory
 * with content.
 */
final class Unfinished {
    private static final Set<Path> PARTS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> PARTS.forEach(Unfinished::discard), "remove-unfinished-files"));
    }

    private Unfinished() {}

    static void begin(Path part) {
        PARTS.add(part);
    }

    /** Whether this process works on it, whatever way leads to it: every name is random. */
    static boolean isOfThisProcess(Path part) {
        return PARTS.stream()
                .anyMatch(known -> String.valueOf(known.getFileName()).equals(String.valueOf(part.getFileName())));
    }

    static void finished(Path part) {
        PARTS.remove(part);
    }

    /** Removes it as far as the file system lets us; there is nobody left who could do more about a remainder. */
    static void discard(Path part) {
        try {
            Durable.delete(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
        PARTS.remove(part);
    }
}
