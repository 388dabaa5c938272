package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of a history scores months after the last day it learned from: ages have grown by then, and nothing about that is odd. */
@Tag("slow")
class LaterScoresTest {
    @TempDir
    private static Path folder;

    private static Path bundle;
    private static Path features;

    @BeforeAll
    static void train() {
        Path history = folder.resolve("shop/history.yaml");
        bundle = folder.resolve("shop.bundle");
        features = folder.resolve("features.csv");
        run(
                "simulate",
                "--world",
                "food",
                "--customers",
                300,
                "--months",
                10,
                "--seed",
                3,
                "-o",
                folder.resolve("shop"));
        run("train", history, "-o", bundle);
        run("features", history, "--bundle", bundle, "--as-of", "2024-11-01", "-o", features);
    }

    private static void run(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static Map<String, Integer> warnings(Path table) {
        Path scores = folder.resolve("scores.csv");
        run("score", bundle, table, "--scored-at", "2024-11-01T08:00:00Z", "--overwrite", "-o", scores);
        Map<String, Integer> counts = new TreeMap<>();
        try (TableReader rows = TableReader.open(scores, TableFormat.csv())) {
            int status = rows.column("status").orElseThrow();
            int warnings = rows.column("warnings").orElseThrow();
            while (rows.advance()) {
                counts.merge(rows.row().cell(status), 1, Integer::sum);
                for (String code : rows.row().cell(warnings).split(";", -1)) {
                    counts.merge(code, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    @Test
    void ordinaryCustomersAreOk() {
        Map<String, Integer> counts = warnings(features);
        int ok = counts.getOrDefault("ok", 0);
        int warned = counts.getOrDefault("warned", 0);

        assertThat(ok + warned).isGreaterThan(150);
        assertThat(warned).as(counts.toString()).isLessThan((ok + warned) / 5);
        assertThat(counts).doesNotContainKeys("out_of_range:tenure_days", "out_of_range:joined_days");
    }

    @Test
    void whoseAgeNobodyCanHaveByThenIsWarnedOf() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(features));
        int tenure = List.of(lines.get(0).split(",", -1)).indexOf("tenure_days");
        String[] cells = lines.get(1).split(",", -1);
        cells[tenure] = "4000";
        lines.set(1, String.join(",", cells));
        Path absurd = folder.resolve("absurd.csv");
        Files.write(absurd, lines);

        assertThat(warnings(absurd)).containsEntry("out_of_range:tenure_days", 1);
    }
}
