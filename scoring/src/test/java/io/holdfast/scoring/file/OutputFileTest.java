package io.holdfast.scoring.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void refusesTheInputItselfByWhateverName() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "id\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), table);

        assertThatThrownBy(() -> OutputFile.requireApart(table, List.of(table)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("would replace what the command reads");
        assertThatThrownBy(() -> OutputFile.requireApart(link, List.of(table))).isInstanceOf(InputException.class);
    }

    @Test
    void refusesPlacesInsideABundle() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("telco.bundle"));

        assertThatThrownBy(() -> OutputFile.requireApart(bundle.resolve("model.tribuo"), List.of(bundle)))
                .isInstanceOf(InputException.class);
    }

    @Test
    void takesAnyOtherPlace() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("telco.bundle"));
        Path table = Files.writeString(folder.resolve("table.csv"), "id\n");

        assertThatCode(() -> OutputFile.requireApart(folder.resolve("scores.csv"), List.of(bundle, table)))
                .doesNotThrowAnyException();
    }
}
