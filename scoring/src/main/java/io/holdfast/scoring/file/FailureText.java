package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What the file system said, without the path that Java puts before it and without a class name. */
final class FailureText {
    private FailureText() {}

    static String of(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        @Nullable String said = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return said == null ? "the file system refused" : said;
    }
}
