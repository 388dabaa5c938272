package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    @TempDir
    private Path folder;

    @Test
    void refusesTheInputItselfByWhateverName() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "id\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), table);

        assertThatThrownBy(() -> Outputs.requireApart(table, table))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("would replace what the command reads");
        assertThatThrownBy(() -> Outputs.requireApart(link, table)).isInstanceOf(InputException.class);
    }

    @Test
    void refusesPlacesInsideABundle() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("telco.bundle"));

        assertThatThrownBy(() -> Outputs.requireApart(bundle.resolve("model.tribuo"), bundle))
                .isInstanceOf(InputException.class);
    }

    @Test
    void takesAnyOtherPlace() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("telco.bundle"));
        Path table = Files.writeString(folder.resolve("table.csv"), "id\n");

        assertThatCode(() -> Outputs.requireApart(folder.resolve("scores.csv"), bundle, table, null))
                .doesNotThrowAnyException();
    }
}
