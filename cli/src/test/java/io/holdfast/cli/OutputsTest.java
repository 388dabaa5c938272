package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    @TempDir
    private Path folder;

    @Test
    void anInputThatIsNotGivenCannotBeLost() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("telco.bundle"));
        Path table = Files.writeString(folder.resolve("table.csv"), "id\n");

        assertThatCode(() -> Outputs.requireApart(folder.resolve("scores.csv"), bundle, table, null))
                .doesNotThrowAnyException();
    }
}
