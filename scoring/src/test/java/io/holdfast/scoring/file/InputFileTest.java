package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    Path directory;

    @Test
    void opensAFileWhateverItsName() throws IOException {
        Path file = Files.writeString(directory.resolve("客户 表.csv"), "id\n1\n");

        try (InputStream in = InputFile.open(file)) {
            assertThat(in).hasContent("id\n1\n");
        }
    }

    @Test
    void namesAFileThatIsNotThere() {
        InputException fault = Faults.of(() -> InputFile.open(directory.resolve("none.csv")));

        assertThat(fault.code()).isEqualTo("no_such_file");
        assertThat(fault).hasMessage(directory.resolve("none.csv") + ": no such file");
    }

    @Test
    void refusesADirectory() {
        InputException fault = Faults.of(() -> InputFile.open(directory));

        assertThat(fault.code()).isEqualTo("is_a_directory");
        assertThat(fault).hasMessage(directory + " is a directory; expected a file");
    }

    @Test
    void refusesAPathThroughAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "");

        InputException fault = Faults.of(() -> InputFile.open(file.resolve("b.csv")));

        assertThat(fault.code()).isEqualTo("not_readable");
        assertThat(fault).hasMessageContaining("b.csv cannot be read: ");
    }

    @Test
    void saysThatPermissionIsMissing() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.csv"), "id\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "whoever runs this test may read everything");

        InputException fault = Faults.of(() -> InputFile.open(file));

        assertThat(fault.code()).isEqualTo("not_readable");
        assertThat(fault).hasMessageEndingWith("secret.csv cannot be read: permission denied");
    }

    @Test
    void readsASmallFileWhole() throws IOException {
        Path file = Files.write(directory.resolve("small"), new byte[] {1, 2, 3});

        assertThat(InputFile.bytes(file, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void refusesALargerFileThanAllowed() throws IOException {
        Path file = Files.write(directory.resolve("large"), new byte[] {1, 2, 3, 4});

        InputException fault = Faults.of(() -> InputFile.bytes(file, 3));

        assertThat(fault.code()).isEqualTo("file_too_large");
        assertThat(fault).hasMessageEndingWith("is larger than the 3 bytes allowed for it");
    }
}
