package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command writes replaces nothing that it reads, and nothing else that it writes; found out before the work begins. */
class OutputsTest {
    private static final Path TELCO = CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml");

    @TempDir
    private Path folder;

    private static void assertRefused(CommandRun run, String sentence) {
        assertThat(run.err()).contains(sentence);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void predictionsDoNotReplaceTheTableBehindTheDescription() throws IOException {
        Path yaml = Files.copy(TELCO, folder.resolve("dataset.yaml"));
        Path table = Files.writeString(folder.resolve("telco.csv"), "kept");

        assertRefused(
                CommandRun.of("crossvalidate", yaml, "--predictions", table, "--overwrite"),
                "telco.csv would replace what the command reads");
        assertThat(table).hasContent("kept");
    }

    @Test
    void predictionsReplaceAFileOnlyWhereAskedTo() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.csv"), "kept");

        assertRefused(
                CommandRun.of("crossvalidate", TELCO, "--predictions", mine),
                "mine.csv exists already; give another place or --overwrite to replace it");
        assertThat(mine).hasContent("kept");
    }

    @Test
    void twoOutputsAreTwoFiles() {
        Path one = folder.resolve("one");
        Path same = folder.resolve("elsewhere/../one");

        assertRefused(
                CommandRun.of("crossvalidate", TELCO, "--json", one, "--predictions", same),
                "would replace what the command reads");
        assertRefused(
                CommandRun.of("train", TELCO, "-o", one, "--times", same), "would replace what the command reads");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aListDoesNotReplaceTheEventsOfTheHistoryItIsMadeOf() throws IOException {
        Path history = Files.writeString(folder.resolve("history.yaml"), """
                format: 1
                name: shop
                sources: {events: {path: purchases.csv, kind: purchase, columns: {customer: who, occurredAt: day}}}
                kinds: {purchase: {}}
                churn: {kind: non-contractual, horizonDays: 45}
                """);
        Path events = Files.writeString(folder.resolve("purchases.csv"), "kept");

        assertRefused(
                CommandRun.of("score", "shop.bundle", history, "-o", events, "--overwrite"),
                "purchases.csv would replace what the command reads");
        assertRefused(
                CommandRun.of("backtest", history, "--json", events, "--overwrite"),
                "purchases.csv would replace what the command reads");
        assertThat(events).hasContent("kept");
    }

    @Test
    void effectsDoNotReplaceTheStore() throws IOException {
        Path file = folder.resolve("care.db");
        Store.open(new StoreLocation.SqliteFile(file)).close();
        long size = Files.size(file);

        assertRefused(
                CommandRun.of("effects", "--store", file, "--json", file, "--overwrite"),
                "care.db would replace what the command reads");
        assertThat(file).hasSize(size);
    }

    @Test
    void aMissingFolderIsToldBeforeAPlanIsKept() {
        Path store = folder.resolve("care.db");

        assertRefused(
                CommandRun.of(
                        "plan",
                        "telco.bundle",
                        "telco.csv",
                        "--budget",
                        0,
                        "--store",
                        store,
                        "-o",
                        folder.resolve("no/plan.csv")),
                "there is no directory");
        assertThat(folder).isEmptyDirectory();
    }
}
