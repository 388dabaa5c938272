package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/**
 * The place an output will appear in.
 *
 * @param given as the user wrote it, for messages
 * @param path where it really is: absolute, and a link replaced by what it points to
 */
record Target(Path given, Path path) {
    /** Keeps the temporary name below the 255 bytes of common file systems, even in three-byte characters. */
    private static final int LONGEST_NAME = 40;

    /** Refuses a path without a directory to write into, and a link that leads nowhere. */
    static Target resolve(Path given) {
        Path path = Files.isSymbolicLink(given) ? behindLink(given) : given.toAbsolutePath();
        if (path.getParent() == null || path.getFileName() == null) {
            throw new InputException("is_a_directory", "cannot write " + given + ": it is the root of a file system");
        }
        Path directory = path.getParent();
        if (!Files.exists(directory)) {
            throw new InputException(
                    "no_such_directory", "cannot write " + given + ": there is no directory " + directory);
        }
        if (!Files.isDirectory(directory)) {
            throw new InputException(
                    "not_a_directory", "cannot write " + given + ": " + directory + " is not a directory");
        }
        return new Target(given, path);
    }

    private static Path behindLink(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new InputException(
                    "dangling_link", "cannot write " + link + ": it is a link that leads nowhere or in a circle", e);
        }
    }

    Path directory() {
        return Objects.requireNonNull(path.getParent());
    }

    /** A fresh hidden name beside the target, hence on the same file system, where a rename is one step. */
    Path sibling(String ending) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2));
        }
        return path.resolveSibling("." + name + "." + UUID.randomUUID() + ending);
    }

    InputException failure(IOException cause) {
        return new InputException("write_failed", "cannot write " + given + ": " + FailureText.of(cause), cause);
    }
}
