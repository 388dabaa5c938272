package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;

    @BeforeEach
    void prepare() throws Exception {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
    }

    @Test
    void showsBothModelsAndWritesJsonOnce() throws Exception {
        Path json = folder.resolve("comparison.json");

        CommandRun run = CommandRun.of("compare", bundle, bundle, table, "--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("A and B are the same bundle.", "top 10 %")
                .doesNotContain("No difference is shown");
        assertThat(Files.readString(json)).contains("\"bandChanged\"");
        CommandRun again = CommandRun.of("compare", bundle, bundle, table, "--json", json);
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err().lines()).singleElement().asString().contains("--overwrite");
    }

    @Test
    void aTableOfOtherColumnsIsRefusedInOneSentence() throws Exception {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        CommandRun run = CommandRun.of("compare", bundle, bundle, other);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err().lines()).singleElement().asString().contains("other.csv has no column");
        assertThat(run.out()).isEmpty();
    }
}
