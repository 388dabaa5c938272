package io.holdfast.cli;

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

    @Override
    public void close() throws IOException {
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
