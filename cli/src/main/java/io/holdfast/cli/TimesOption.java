package io.holdfast.cli;

import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.progress.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to write what each step of a command took. */
final class TimesOption {
    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "Write here what each step took, as JSON: seconds of the clock and of the processors.")
    private @Nullable Path file;

    /**
     * Checks, before the work begins, that what is written will replace nothing that somebody may still need.
     *
     * @throws io.holdfast.scoring.fault.InputException naming what would be lost
     */
    void requireWritable(boolean overwrite, Path... inputs) {
        if (file != null) {
            Outputs.requireApart(file, inputs);
            Outputs.requireNew(file, overwrite);
        }
    }

    /** Writes the file, whole or not at all, if one is wanted. */
    void write(StepTimes steps) throws IOException {
        if (file != null) {
            try (AtomicFile output = AtomicFile.create(file)) {
                output.stream().write(StrictJson.write(steps.end()));
                output.commit();
            }
        }
    }
}
