package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesAHistoryAndSaysWhoLeftAndWhy() {
        Path output = folder.resolve("history");

        CommandRun run = CommandRun.of(
                "simulate",
                "--world",
                "telecom",
                "--customers",
                300,
                "--months",
                6,
                "--start",
                "2025-03",
                "-o",
                output);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("telecom: 300 customers, ")
                .contains(" lines, 6 months from 2025-03: ", " left, ", " of their own will: ")
                .containsPattern("  price +voluntary +[0-9]+\n")
                .contains("Made as bad as real files: ");
        assertThat(output).isDirectoryContaining("glob:**/{history.yaml,events.csv,attributes.csv,ids.csv,truth}");
    }

    @Test
    void doesNotReplaceWhatIsThere() {
        CommandRun run = CommandRun.of("simulate", "--customers", 10, "--months", 1, "-o", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "holdfast: " + folder + " exists already; give another place or --overwrite to replace it");
    }
}
