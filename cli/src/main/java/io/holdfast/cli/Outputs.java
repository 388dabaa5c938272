package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.serving.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where commands may write. */
final class Outputs {
    private Outputs() {}

    /**
     * Checks that an output is none of the files that the command reads, also by a description, and lies in none of the folders it reads.
     *
     * @param inputs files and bundles; null where an option was not given
     * @throws InputException naming the input that would be lost
     */
    static void requireApart(Path output, @Nullable Path... inputs) {
        OutputFile.requireApart(
                output,
                Arrays.stream(DescribedData.with(inputs))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    /**
     * Checks that an output is not the file of a store.
     *
     * @throws InputException when it is
     */
    static void requireApart(Path output, StoreLocation store) {
        if (store instanceof StoreLocation.SqliteFile sqlite) {
            requireApart(output, sqlite.file());
        }
    }

    /**
     * Checks that an output would replace nothing that somebody may still need, and has a folder to appear in.
     *
     * @param overwrite whether it may
     * @throws InputException when it exists and may not be replaced, or cannot be written at all
     */
    static void requireNew(Path output, boolean overwrite) {
        OutputFile.requirePlace(output);
        if (!overwrite && Files.exists(output)) {
            throw new InputException(
                    "exists", output + " exists already; give another place or --overwrite to replace it");
        }
    }
}
