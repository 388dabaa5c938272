package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path folder;

    private Path table;

    /** Three hundred customers, each of whom stands twice with a tiny difference. */
    @BeforeEach
    void writeTwins() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c,d,churn\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int customer = 0; customer < 300; customer++) {
            double[] values = random.doubles(4).toArray();
            boolean left = random.nextInt(4) == 0;
            for (int copy = 0; copy < 2; copy++) {
                for (double value : values) {
                    csv.append(value + copy * 1e-6).append(',');
                }
                csv.append(left ? "yes\n" : "no\n");
            }
        }
        table = Files.writeString(folder.resolve("twins.csv"), csv.toString());
    }

    @Test
    void draftsTheDescriptionOfAFileOfEvents(@TempDir Path directory) throws IOException {
        Path events = Files.writeString(
                directory.resolve("bought.csv"),
                "customer,day,paid\na,2024-01-05,1.50\nb,2024-02-05,2\na,2024-03-05,3\na,2024-04-01,3\nb,2024-04-02,1\n");
        Path yaml = directory.resolve("history.yaml");

        CommandRun run = CommandRun.of("inspect", "--events", events, "-o", yaml);

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("5 events of 2 customers (column customer), from 2024-01-05 to 2024-04-02 (column day)")
                .contains("A first description is in " + yaml);
        assertThat(Files.readString(yaml)).contains("path: bought.csv", "kinds:\n  purchase: {measures: [amount]}");
        assertThat(CommandRun.of("features", yaml, "--as-of", "2024-04-03", "-o", directory.resolve("f.csv"))
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("inspect", "--events", events, "--label", "paid", "--positive", "1")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void nearCopiesCanBeGroupedAndThenTrainedOn() throws IOException {
        Path grouped = folder.resolve("grouped.csv");

        CommandRun run = CommandRun.of("inspect", table, "--groups", grouped);

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("near-copies  FOUND")
                .contains("The table with a column near_copies is in " + grouped
                        + ": 300 groups of several rows, which hold 100 % of the near-copies");
        Path description = Files.writeString(folder.resolve("dataset.yaml"), """
                format: 1
                name: twins
                table: {path: grouped.csv}
                columns:
                  a: {role: feature, kind: number}
                  b: {role: feature, kind: number}
                  c: {role: feature, kind: number}
                  d: {role: feature, kind: number}
                  near_copies: {role: group}
                  churn: {role: label, positive: "yes"}
                """);
        CommandRun training = CommandRun.of("train", description, "-o", folder.resolve("twins.bundle"));
        assertThat(training.err()).isEmpty();
        assertThat(training.out())
                .contains("split at random, with equal shares of leavers, seed 1, groups on one side")
                .contains("bootstrap over whole groups");
    }

    @Test
    void whoLeftIsGuessedWhereObviousAndSaid() {
        CommandRun run = CommandRun.of("inspect", table, "--label", "churn");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("'yes' in churn was taken for those who left; --positive takes the other, 'no'.");
        assertThat(CommandRun.of("inspect", table, "--label", "churn", "--positive", "no")
                        .out())
                .contains("'no'")
                .doesNotContain("was taken");
    }

    @Test
    void whoLeftIsAskedForWhereNot() throws IOException {
        StringBuilder csv = new StringBuilder("a,state\n");
        for (int row = 0; row < 100; row++) {
            csv.append(row).append(row % 2 == 0 ? ",A\n" : ",B\n");
        }
        Path even = Files.writeString(folder.resolve("even.csv"), csv);

        CommandRun run = CommandRun.of("inspect", even, "--label", "state");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("'A' in 50 rows and 'B' in 50", "expected one of the two with --positive");
    }

    @Test
    void whatIsThereIsNotReplaced() {
        CommandRun run = CommandRun.of("inspect", table, "--groups", table, "--overwrite");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("would replace what the command reads");
    }

    @Test
    void aHistoryOfEventsGetsAPlaceholderThatTrainingRefuses() throws IOException {
        StringBuilder csv = new StringBuilder("customer_id,date,amount\n");
        for (int event = 0; event < 900; event++) {
            csv.append("K")
                    .append(event % 300)
                    .append(",2026-01-")
                    .append(10 + event % 19)
                    .append(',')
                    .append(event * 7 % 101)
                    .append('\n');
        }
        Path events = Files.writeString(folder.resolve("events.csv"), csv.toString());
        Path draft = folder.resolve("events.yaml");

        CommandRun inspection = CommandRun.of("inspect", events, "-o", draft);
        CommandRun training = CommandRun.of("train", draft, "-o", folder.resolve("events.bundle"));

        assertThat(inspection.err()).isEmpty();
        assertThat(Files.readString(draft)).doesNotContain(folder.toString());
        assertThat(training.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(training.err())
                .contains("does not say yet who left", "history of events")
                .hasLineCount(1);
    }
}
