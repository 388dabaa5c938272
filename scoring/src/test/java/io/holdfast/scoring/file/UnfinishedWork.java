package io.holdfast.scoring.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that is still writing when it is ended; {@link UnfinishedTest} starts it in a process of its own. */
final class UnfinishedWork {
    private UnfinishedWork() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path place = Path.of(arguments[0]);
        try (AtomicFile file = AtomicFile.create(place.resolve("out.csv"));
                AtomicDirectory directory = AtomicDirectory.create(place.resolve("churn.bundle"), true)) {
            file.stream().write(new byte[1 << 20]);
            Files.createDirectory(directory.path().resolve("deep"));
            Files.writeString(directory.path().resolve("deep").resolve("model.bin"), "half a mod");
            Files.createFile(place.resolve("begun"));
            Thread.sleep(600_000);
            file.commit();
            directory.commit();
        }
    }
}
