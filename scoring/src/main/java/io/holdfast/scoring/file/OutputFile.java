package io.holdfast.scoring.file;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

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

    /**
     * Checks that a file can appear there: its folder is there and takes files, and it is no folder itself.
     *
     * @throws InputException saying what is in the way
     */
    public static void requirePlace(Path output) {
        AtomicFile.requirePlace(output);
    }

    /** Where the content of a file goes: compressed on its way where its name ends in .gz. */
    public static OutputStream stream(AtomicFile file, Path output) throws IOException {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPOutputStream(file.stream())
                : file.stream();
    }

    private static boolean isSame(Path output, Path input) {
        try {
            return output.toAbsolutePath()
                            .normalize()
                            .equals(input.toAbsolutePath().normalize())
                    || (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input));
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
