package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file the user named for reading. */
public final class InputFile {
    private InputFile() {}

    /**
     * Opens it, unbuffered.
     *
     * @throws InputException if it is missing, a directory or not readable
     */
    public static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException("is_a_directory", file + " is a directory; expected a file");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new InputException("no_such_file", file + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new InputException("not_readable", file + " cannot be read: permission denied", e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * The whole content of a small file.
     *
     * @param limit the most bytes it may have
     * @throws InputException if it is missing, a directory, not readable or larger
     */
    public static byte[] bytes(Path file, int limit) {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new InputException(
                        "file_too_large", file + " is larger than the " + limit + " bytes allowed for it");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * What to say when reading a file failed.
     *
     * @param name how messages name the file
     */
    public static InputException unreadable(String name, IOException cause) {
        return new InputException("not_readable", name + " cannot be read: " + FailureText.of(cause), cause);
    }
}
