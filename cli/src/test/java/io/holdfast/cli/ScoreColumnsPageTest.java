package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
