package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.file.Path;

/** A program that writes a large file with little memory outside its heap; {@link AtomicFileTest} starts it in a process of its own. */
final class LargeWork {
    static final int BYTES = 1 << 20;

    private LargeWork() {}

    public static void main(String[] arguments) throws IOException {
        try (AtomicFile file = AtomicFile.create(Path.of(arguments[0]))) {
            for (int i = 0; i < BYTES; i++) {
                file.stream().write(i % 251);
            }
            file.commit();
        }
    }
}
