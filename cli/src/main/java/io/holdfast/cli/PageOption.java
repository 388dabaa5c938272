package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that prints its findings may write them as a page as well. */
final class PageOption {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page to read and print here, in both languages and in one file.")
    private @Nullable Path file;

    /**
     * Checks, before the work begins, that what is written will replace nothing that somebody may still need.
     *
     * @param json the command's other output, which also says whether files may be replaced
     * @param inputs files and bundles that the command reads
     * @throws io.holdfast.scoring.fault.InputException naming what would be lost
     */
    void requireWritable(JsonOption json, @Nullable Path... inputs) {
        if (file != null) {
            Path other = json.file();
            if (other != null && normal(other).equals(normal(file))) {
                throw new InputException(
                        "same_file", file + " is named for the page and for the JSON; expected two files");
            }
            json.requireOther(file, inputs);
        }
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Where the page goes; null where it is not wanted. */
    @Nullable
    Path file() {
        return file;
    }

    /** Writes the page, whole or not at all, if one is wanted. */
    void write(String page) throws IOException {
        if (file != null) {
            byte[] content = page.getBytes(StandardCharsets.UTF_8);
            try (AtomicFile output = AtomicFile.create(file)) {
                output.stream().write(content);
                output.commit();
            }
        }
    }
}
