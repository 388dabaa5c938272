package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file the user named for writing. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Checks that it is none of the files that are read, and lies in none of the folders that are read.
     *
     * @throws InputException naming the input that would be lost
     */
    public static void requireApart(Path output, List<Path> inputs) {
        for (Path input : inputs) {
            if (isSame(output, input) || liesIn(output, input)) {
                throw new InputException(
                        "output_is_input",
                        "the output " + output + " would replace what the command reads (" + input
                                + "); expected another file");
            }
        }
    }

    private static boolean isSame(Path output, Path input) {
        try {
            return Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean liesIn(Path output, Path folder) {
        try {
            Path parent = output.toAbsolutePath().normalize().getParent();
            return Files.isDirectory(folder)
                    && parent != null
                    && Files.isDirectory(parent)
                    && parent.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
