package io.holdfast.serving.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a backup that an earlier version wrote, with the tables of this one, in a folder that only this user may read. The backup stays as it is. */
final class OlderBackup implements AutoCloseable {
    private final Path folder;
    private final Path file;

    private OlderBackup(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("copy.db");
    }

    static OlderBackup of(StoreLocation.SqliteFile backup) {
        OlderBackup copy = new OlderBackup(newFolder());
        try {
            try (Connections from = Connections.open(backup)) {
                from.vacuumInto(copy.file);
            }
            new Migration(copy.location()).migrate();
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("holdfast-backup");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoreLocation.SqliteFile location() {
        return new StoreLocation.SqliteFile(file);
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.toList();
            for (Path each : files) {
                Files.delete(each);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
