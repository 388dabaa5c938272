package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The place an output will appear in.
 *
 * @param given as the user wrote it, for messages
 * @param path where it really is: absolute, and a link replaced by what it points to
 */
record Target(Path given, Path path) {
    /** Keeps the temporary name below the 255 bytes of common file systems, even in three-byte characters. */
    private static final int LONGEST_NAME = 40;

    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        return path.resolveSibling(beginning() + UUID.randomUUID() + ending);
    }

    /** All names that {@link #sibling} gave with this ending and that are there now. */
    List<Path> siblings(String ending) throws IOException {
        String beginning = beginning();
        try (Stream<Path> entries = Files.list(directory())) {
            return entries.filter(entry -> {
                        String name = String.valueOf(entry.getFileName());
                        int end = name.length() - ending.length();
                        return name.startsWith(beginning)
                                && name.endsWith(ending)
                                && beginning.length() <= end
                                && RANDOM.matcher(name.substring(beginning.length(), end))
                                        .matches();
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String beginning() {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) + "~"
                    + Integer.toHexString(name.hashCode());
        }
        return "." + name + ".";
    }

    InputException notWritable(IOException cause) {
        return new InputException("not_writable", "cannot write " + given + ": " + FailureText.of(cause), cause);
    }

    InputException failure(IOException cause) {
        return new InputException("write_failed", "cannot write " + given + ": " + FailureText.of(cause), cause);
    }
}
