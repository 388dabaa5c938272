package io.holdfast.cli;

import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that prints its findings for people may write them for programs as well. */
final class JsonOption {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as JSON, in full precision.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace output files that exist.")
    private boolean overwrite;

    /**
     * Checks, before the work begins, that what is written will replace nothing that somebody may still need.
     *
     * @param inputs files and bundles that the command reads, and its other outputs
     * @throws io.holdfast.scoring.fault.InputException naming what would be lost
     */
    void requireWritable(@Nullable Path... inputs) {
        if (file != null) {
            Outputs.requireApart(file, inputs);
            Outputs.requireNew(file, overwrite);
        }
    }

    /** Checks the same of another output of the command. */
    void requireOther(Path output, @Nullable Path... inputs) {
        Outputs.requireApart(output, inputs);
        Outputs.requireNew(output, overwrite);
    }

    /** Where it is written; null where it is not wanted. */
    @Nullable
    Path file() {
        return file;
    }

    /** Writes the file, whole or not at all, if one is wanted. */
    void write(Object result) throws IOException {
        if (file != null) {
            try (AtomicFile output = AtomicFile.create(file)) {
                output.stream().write(StrictJson.write(result));
                output.commit();
            }
        }
    }
}
