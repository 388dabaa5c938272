package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where commands may write. */
final class Outputs {
    private Outputs() {}

    /**
     * Checks that an output is none of the files that the command reads, and lies in none of the folders it reads.
     *
     * @param inputs files and bundles; null where an option was not given
     * @throws InputException naming the input that would be lost
     */
    static void requireApart(Path output, @Nullable Path... inputs) {
        for (Path input : inputs) {
            if (input != null && (isSame(output, input) || liesIn(output, input))) {
                throw new InputException(
                        "output_is_input",
                        "the output " + output + " would replace what the command reads (" + input
                                + "); expected another file");
            }
        }
    }

    /**
     * Checks that an output would replace nothing that somebody may still need.
     *
     * @param overwrite whether it may
     * @throws InputException when it exists and may not be replaced
     */
    static void requireNew(Path output, boolean overwrite) {
        if (!overwrite && Files.exists(output)) {
            throw new InputException(
                    "exists", output + " exists already; give another place or --overwrite to replace it");
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
