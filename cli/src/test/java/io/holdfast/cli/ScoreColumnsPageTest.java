package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreColumnsPageTest {
    @TempDir
    private Path folder;

    @Test
    void everyColumnThatScoreWritesIsExplained() throws IOException {
        Path bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        Path table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
        Path output = folder.resolve("scores.csv");
        CommandRun.of("score", bundle, table, "-o", output, "--reasons", "1");
        String page = Files.readString(CommandRun.CHECKOUT.resolve("docs/score-columns.md"));

        assertThat(Files.readAllLines(output).get(0).split(",", -1))
                .hasSizeGreaterThan(20)
                .allSatisfy(column -> assertThat(page).contains("`" + column + "`"));
        assertThat(CommandRun.of("score", "--help").out()).contains("docs/score-columns.md");
    }

    @Test
    void everyWarningThatScoreWritesIsExplained() throws IOException {
        Path bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        Path table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
        Path output = folder.resolve("scores.csv");
        CommandRun.of("score", bundle, table, "--as-of", "2025-01-31", "-o", output, "--max-rejected", "9");
        String page = Files.readString(CommandRun.CHECKOUT.resolve("docs/score-columns.md"));
        List<String> codes = new ArrayList<>();
        try (TableReader rows = TableReader.open(output, TableFormat.csv())) {
            int warnings = rows.column("warnings").orElseThrow();
            int status = rows.column("status").orElseThrow();
            while (rows.advance()) {
                if (rows.row().cell(status).equals("warned")) {
                    for (String warning : rows.row().cell(warnings).split(";", -1)) {
                        codes.add(warning.replaceFirst(":.*", ""));
                    }
                }
            }
        }

        assertThat(codes).contains("stale").allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
        assertThat(page).contains("A row is `stale` where");
    }
}
