package io.holdfast.cli;

import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what nobody needs afterwards.
 *
 * @param path of the folder
 */
record Scratch(Path path) implements Closeable {
    static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("holdfast-"));
    }

    void put(String name, byte[] content) throws IOException {
        Files.write(path.resolve(name), content);
    }

    /** What is wrong with a file in it, said of what the file was made from: the folder is gone when people read it. */
    InputException saidOf(InputException fault, String file, String name) {
        String message = String.valueOf(fault.getMessage());
        return new InputException(
                fault.code(), message.replace(path.resolve(file).toString(), name), fault);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
