package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path from dated purchases to scored customers by its commands; one of ten customers a month grows tired and soon buys no more. */
class HistoryPathTest {
    private static final int CUSTOMERS = 300;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

    @TempDir
    private static Path folder;

    private static Path history;
    private static Path bundle;
    private static CommandRun training;

    @BeforeAll
    static void train() throws IOException {
        history = folder.resolve("history.yaml");
        bundle = folder.resolve("shop.bundle");
        Files.write(folder.resolve("purchases.csv"), purchases());
        Files.writeString(history, """
                format: 1
                name: shop
                sources: {events: {path: purchases.csv, kind: purchase, columns: {customer: who, occurredAt: day, amount: paid}}}
                measures: {amount: {scale: 2, unit: EUR}}
                kinds: {purchase: {measures: [amount]}}
                churn: {kind: non-contractual, horizonDays: 45}
                """);
        training = CommandRun.of("train", history, "-o", bundle);
    }

    private static List<String> purchases() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>(List.of("who,day,paid"));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double gap = 4 + 8 * random.nextDouble();
            LocalDate day = FIRST.plusDays(random.nextInt(200));
            double pace = 1;
            while (!day.isAfter(LAST)) {
                lines.add("k" + customer + "," + day + "," + (500 + random.nextInt(5000)) / 100.0);
                boolean tired = pace > 1 || random.nextDouble() < 0.02;
                pace = tired ? pace * 1.5 : 1;
                if (pace > 10) {
                    break;
                }
                day = day.plusDays(1 + Math.round(gap * pace * (0.5 + random.nextDouble())));
            }
        }
        return lines;
    }

    @Test
    void trainsOnSnapshotsAndSaysWhatTheyAre() {
        assertThat(training.err()).isEmpty();
        assertThat(training.exitCode()).isZero();
        assertThat(training.out())
                .contains("rows as of 14 dates from 2024-04-01 to 2025-05-01")
                .contains("2 later dates are left out, since their outcome was not known when the history ended")
                .contains("split by time");
        assertThat(BundleReader.read(bundle).document("history.yaml")).isPresent();
        assertThat(BundleReader.read(bundle).horizonDays()).hasValue(45);
    }

    @Test
    void scoresByThePlanInTheBundle() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other, Files.readString(history) + "features: {windows: [7], own: {more: {sql: \"count(*)\"}}}\n");
        Path scores = folder.resolve("scores.csv");
        Path same = folder.resolve("same.csv");

        CommandRun run = CommandRun.of("score", bundle, history, "--as-of", "2025-07-01", "-o", scores);
        CommandRun.of("score", bundle, other, "--as-of", "2025-07-01", "-o", same);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(scores)).hasSizeGreaterThan(50);
        assertThat(same).hasSameTextualContentAs(scores);
    }

    @Test
    void doesNotWarnOfWhatNeverHappened() throws IOException {
        Path features = folder.resolve("early-features.csv");
        Path scores = folder.resolve("early.csv");
        CommandRun.of("features", history, "--as-of", "2024-06-01", "-o", features);

        CommandRun.of("score", bundle, history, "--as-of", "2024-06-01", "-o", scores);

        assertThat(Files.readString(features))
                .as("some have bought once, and no gap")
                .contains(",,");
        assertThat(Files.readString(scores)).contains(",ok,").doesNotContain("missing_value");
    }

    @Test
    void scoresTheTableOfFeaturesAlike() throws IOException {
        Path features = folder.resolve("features.csv");
        Path fromFeatures = folder.resolve("from-features.csv");
        Path fromHistory = folder.resolve("from-history.csv");
        CommandRun.of("features", history, "--as-of", "2025-06-01", "--bundle", bundle, "-o", features);

        CommandRun.of("score", bundle, features, "-o", fromFeatures);
        CommandRun.of("score", bundle, history, "--as-of", "2025-06-01", "-o", fromHistory);

        assertThat(Files.readAllLines(features)).hasSizeGreaterThan(50);
        assertThat(fromFeatures).hasSameTextualContentAs(fromHistory);
    }

    @Test
    void scoresADateItLearnedFromByTheNumbersItLearnedFrom() throws IOException {
        Path own = folder.resolve("own.csv");
        Path learned = folder.resolve("learned.csv");

        CommandRun.of("features", history, "--as-of", "2025-05-01", "-o", own);
        CommandRun.of("features", history, "--as-of", "2025-05-01", "--bundle", bundle, "-o", learned);

        assertThat(Files.readAllLines(own).get(0)).contains("value_alive,").contains(",margin_if_kept");
        assertThat(learned).hasSameTextualContentAs(own);
        assertThat(BundleReader.read(bundle).document("value-models.json")).isPresent();
        assertThat(BundleReader.read(bundle).description().valueColumn())
                .map(column -> column.name())
                .contains("margin_if_kept");
    }

    @Test
    void refusesToMakeFeaturesForAModelOfATable() throws IOException {
        Path telco = folder.resolve("no-plan.zip");
        Path scores = folder.resolve("none.csv");
        CommandRun trained =
                CommandRun.of("train", CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml"), "-o", telco);
        assertThat(trained.exitCode()).isZero();

        CommandRun run = CommandRun.of("score", telco, history, "--as-of", "2025-06-01", "-o", scores);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("holdfast: " + telco
                        + " was trained on a table, not on a history; expected a table of customers instead of "
                        + history + "\n");
        assertThat(scores).doesNotExist();
    }

    @Test
    void writesParquetAndKeepsWhatIsThere() throws IOException {
        Path parquet = folder.resolve("features.parquet");

        assertThat(CommandRun.of("features", history, "--as-of", "2025-06-01", "-o", parquet)
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
        assertThat(CommandRun.of("features", history, "--as-of", "2025-06-01", "-o", parquet)
                        .err())
                .contains("exists already");
    }
}
