package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history long enough for a season: what its model learned from is what is scored, also where the files have grown shorter since. */
class SeasonPathTest {
    @TempDir
    private Path folder;

    @Test
    void theBundleSaysWhetherThereIsASeason() throws IOException {
        Path history = folder.resolve("food");
        assertThat(CommandRun.of(
                                "simulate",
                                "--world",
                                "food",
                                "--customers",
                                "60",
                                "--start",
                                "2022-01",
                                "--months",
                                "32",
                                "--clean",
                                "-o",
                                history)
                        .exitCode())
                .isZero();
        Path yaml = history.resolve("history.yaml");
        Path shorter = history.resolve("shorter.yaml");
        Files.copy(yaml, shorter);
        Files.writeString(shorter, "snapshots: {from: 2024-01-01}\n", StandardOpenOption.APPEND);
        Path bundle = folder.resolve("food.bundle");

        CommandRun training = CommandRun.of("train", yaml, "-o", bundle);
        CommandRun score =
                CommandRun.of("score", bundle, shorter, "--as-of", "2024-06-01", "-o", folder.resolve("s.csv"));
        Path own = folder.resolve("own.csv");
        CommandRun features = CommandRun.of("features", shorter, "--as-of", "2024-06-01", "-o", own);
        Path learned = folder.resolve("learned.csv");
        CommandRun.of("features", shorter, "--bundle", bundle, "--as-of", "2024-06-01", "-o", learned);

        assertThat(training.err()).isEmpty();
        assertThat(training.exitCode()).isZero();
        assertThat(BundleReader.read(bundle).description().columns())
                .anyMatch(column -> column.name().equals("outcome_month"));
        assertThat(score.err()).isEmpty();
        assertThat(score.exitCode()).isZero();
        assertThat(features.exitCode()).isZero();
        assertThat(header(own)).doesNotContain("outcome_month");
        assertThat(header(learned)).contains("outcome_month");
    }

    private static String header(Path table) throws IOException {
        return Files.readAllLines(table).get(0);
    }
}
