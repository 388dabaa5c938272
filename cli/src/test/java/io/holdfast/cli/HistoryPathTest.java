package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
    void explainsACustomerOfAHistoryByTheNumbersOfTheList() throws IOException {
        Path scores = folder.resolve("explained.csv");
        CommandRun.of("score", bundle, history, "--as-of", "2025-06-01", "-o", scores);
        String logOdds;
        String customer;
        try (TableReader rows = TableReader.open(scores, TableFormat.csv())) {
            rows.advance();
            customer = cell(rows, "customer_id");
            logOdds = cell(rows, "log_odds");
        }

        CommandRun run =
                CommandRun.of("explain", bundle, history, "--as-of", "2025-06-01", "--customer", customer, "--full");
        CommandRun unknown = CommandRun.of("explain", bundle, history, "--as-of", "2025-06-01", "--customer", "nobody");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Customer " + customer + ", as of 2025-06-01", logOdds + "  Log-odds");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unknown.err())
                .isEqualTo("holdfast: the table of features of " + history
                        + " as of 2025-06-01 has no customer 'nobody'\n");
    }

    @Test
    void saysWhatToDoInsteadWhereADescriptionIsNoTable() throws IOException {
        Path telco = CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml");
        Path out = folder.resolve("never.csv");
        String describes = "holdfast: " + history + " describes a history; expected ";

        assertThat(refusal("evaluate", bundle, history))
                .startsWith(describes + "a table with the label: holdfast features " + history + " --labelled --bundle "
                        + bundle)
                .contains("holdfast backtest " + history);
        assertThat(refusal("compare", bundle, bundle, history)).startsWith(describes + "a table with the label");
        assertThat(refusal("crossvalidate", history))
                .startsWith(describes + "the dataset.yaml of a table;")
                .endsWith("holdfast backtest " + history);
        assertThat(refusal("inspect", history)).startsWith(describes + "a table, or the dataset.yaml of one;");
        assertThat(refusal("serve", bundle, "--snapshot", history))
                .startsWith(
                        describes + "the table of its features: holdfast features " + history + " --bundle " + bundle);
        assertThat(refusal("score", bundle, history, "--held-out", "-o", out))
                .startsWith(describes + "the table that the model was trained on beside --held-out");
        assertThat(refusal("score", bundle, telco, "-o", out))
                .startsWith("holdfast: " + telco + " describes a table; expected the table itself, ")
                .endsWith("telco.csv");
        assertThat(refusal("explain", bundle, telco, "--customer", "T0002"))
                .startsWith("holdfast: " + telco + " describes a table; expected the table itself, ");
        assertThat(refusal("features", telco, "--as-of", "2025-01-01", "-o", out))
                .startsWith("holdfast: " + telco + " describes no history (expected: a history.yaml");
        Path events = folder.resolve("purchases.csv");
        assertThat(refusal("features", events, "--as-of", "2025-01-01", "-o", out))
                .startsWith("holdfast: " + events + " is a table; expected the history.yaml")
                .endsWith("holdfast inspect --events " + events + " -o history.yaml");
        assertThat(refusal("backtest", events)).contains("holdfast inspect --events " + events);
        assertThat(out).doesNotExist();
    }

    private static String refusal(Object... line) {
        CommandRun run = CommandRun.of(line);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.BAD_INPUT);
        return run.err().stripTrailing();
    }

    /** What a notebook or another learner needs, and nothing of it differs from what the model learned. */
    @Test
    void writesTheRowsToLearnFrom() throws IOException {
        Path labelled = folder.resolve("labelled.csv");
        Path parquet = folder.resolve("labelled.parquet");

        CommandRun run = CommandRun.of("features", history, "--labelled", "-o", labelled);
        CommandRun again = CommandRun.of("features", history, "--labelled", "-o", parquet);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(run.out())
                .contains("rows as of 14 dates from 2024-04-01 to 2025-05-01")
                .contains(
                        "2 later dates with up to 378 rows are left out, since their outcome was not known when the history ended");
        assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
        List<String> lines = Files.readAllLines(labelled);
        assertThat(lines.get(0))
                .startsWith("as_of,customer_id,left,part,tenure_days,")
                .endsWith(",feature_plan");
        assertThat(training.out())
                .contains("history: ")
                .contains(String.format("%,d rows as of 14 dates", lines.size() - 1));
        // 45 days are known on 1 May of what was on 17 March or before.
        assertThat(lines.stream().skip(1).map(HistoryPathTest::dateAndPart).distinct())
                .hasSize(14)
                .contains("2024-04-01 training", "2025-03-01 training", "2025-04-01 left-out", "2025-05-01 test");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[2]).distinct())
                .containsExactlyInAnyOrder("0", "1");
    }

    private static String dateAndPart(String line) {
        String[] cells = line.split(",", -1);
        return cells[0] + " " + cells[3];
    }

    @Test
    void evaluatesOnTheRowsOfADateOnWhichAllLearnedOutcomesWereKnown() throws IOException {
        Path earlier = folder.resolve("until-january.yaml");
        Files.writeString(
                earlier,
                Files.readString(history).replace("horizonDays: 45}", "horizonDays: 45, maturityDays: 10}")
                        + "snapshots: {to: 2025-01-01}\n");
        Path old = folder.resolve("until-january.bundle");
        CommandRun trained = CommandRun.of("train", earlier, "-o", old);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Path later = folder.resolve("later.csv");
        Path between = folder.resolve("between.csv");

        CommandRun made =
                CommandRun.of("features", history, "--labelled", "--bundle", old, "--as-of", "2025-02-25", "-o", later);
        CommandRun run = CommandRun.of("evaluate", old, later);
        CommandRun early = CommandRun.of(
                "features", history, "--labelled", "--bundle", old, "--as-of", "2025-02-24", "-o", between);

        String model = BundleReader.read(old).manifest().modelId();
        assertThat(early.out())
                .contains("evaluate judges " + model
                        + " by rows of 2025-02-25 or later, when all outcomes that it learned from were known;");
        assertThat(made.out()).doesNotContain("evaluate judges");
        String sentence = between + " line 2 is of 2025-02-24, when the outcomes that " + model
                + " learned from were not all known: its last rows are of 2025-01-01, and their outcomes were known 55 days"
                + " later (expected: rows of 2025-02-25 or later)";
        assertThat(refusal("evaluate", old, between)).isEqualTo("holdfast: " + sentence);
        assertThat(refusal("compare", old, old, between)).isEqualTo("holdfast: " + sentence);
        assertThat(CommandRun.of("compare", old, old, later).exitCode()).isZero();

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        String.format(
                                "%,d held-out rows", Files.readAllLines(later).size() - 1),
                        "ROC AUC");
        assertThat(refusal("features", history, "--labelled", "--as-of", "2025-06-01", "-o", folder.resolve("no.csv")))
                .isEqualTo("holdfast: who left after 2025-06-01 is not known yet: that takes the history until"
                        + " 2025-07-16, and it ends before 2025-07-01; expected an earlier date");
        assertThat(folder.resolve("no.csv")).doesNotExist();
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
        assertThat(Files.readAllLines(scores)).hasSizeGreaterThan(50);
        assertThat(Files.readString(scores))
                .as("the day is long ago; nothing else is odd")
                .contains(",stale,")
                .doesNotContain("missing_value");
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
        assertThat(withoutMark(learned)).isEqualTo(withoutMark(own));
        assertThat(BundleReader.read(bundle).document("value-models.json")).isPresent();
        assertThat(BundleReader.read(bundle).description().valueColumn())
                .map(column -> column.name())
                .contains("margin_if_kept");
    }

    /** All but the mark of the plan, which tells models that were kept from those fitted for the date. */
    private static List<String> withoutMark(Path features) throws IOException {
        return Files.readAllLines(features).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
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
    void saysOfTheHistoryAndNotOfAFileBetweenWhyItCannotLearn() throws IOException {
        Path early = folder.resolve("short.yaml");
        Files.writeString(early, Files.readString(history) + "snapshots: {from: 2025-04-01}\n");

        CommandRun run = CommandRun.of("train", early, "-o", folder.resolve("short.bundle"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .startsWith("holdfast: the table of snapshots of " + early + " has rows as of ")
                .contains("no month in it can be judged");
    }

    @Test
    void makesNoFeaturesOfAHistoryWithOtherSources() throws IOException {
        Path more = folder.resolve("more.yaml");
        Files.writeString(
                more,
                Files.readString(history)
                                .replace(
                                        "amount: paid}}}",
                                        "amount: paid}}, attributes: {path: a.csv, columns: {customer: who, attribute: what, value: is, validFrom: day}}}")
                        + "attributes: {region: {kind: category}}\n");
        Path scores = folder.resolve("more.csv");

        CommandRun run = CommandRun.of("score", bundle, more, "--as-of", "2025-06-01", "-o", scores);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("holdfast: the history has a source of attributes, the one the model learned from had none;"
                        + " expected the same sources, perhaps in other places\n");
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

    @Test
    void servesASnapshotByTheBitsOfTheList() throws IOException, InterruptedException {
        Path snapshot = folder.resolve("snapshot.csv.gz");
        Path list = folder.resolve("list.csv");
        CommandRun made =
                CommandRun.of("features", history, "--bundle", bundle, "--as-of", "2025-06-15", "-o", snapshot);
        CommandRun.of("score", bundle, history, "--as-of", "2025-06-15", "-o", list);
        assertThat(made.exitCode()).as(made.err()).isZero();
        ServerSettings settings = ServerSettings.of(bundle)
                .withPort(0)
                .withKeys(new KeyPolicy.None())
                .withSnapshot(Snapshots.file(bundle, snapshot));

        try (HoldfastServer server = HoldfastServer.start(settings);
                TableReader rows = TableReader.open(list, TableFormat.csv())) {
            int compared = 0;
            int left = 0;
            while (rows.advance()) {
                if (cell(rows, "error_code").equals("already_left")) {
                    assertThat(cell(rows, "status")).isEqualTo("excluded");
                    assertThat(cell(rows, "probability") + cell(rows, "care_status"))
                            .isEmpty();
                    assertThat(byId(server, rows.row().cell(0))
                                    .path("error")
                                    .path("code")
                                    .textValue())
                            .isEqualTo("already_left");
                    left++;
                    continue;
                }
                JsonNode result = byId(server, rows.row().cell(0));
                assertThat(result.path("predictionId").textValue()).isEqualTo(cell(rows, "prediction_id"));
                assertThat(result.path("logOdds").doubleValue()).isEqualTo(number(rows, "log_odds"));
                assertThat(result.path("probability").doubleValue()).isEqualTo(number(rows, "probability"));
                assertThat(result.path("otherImpact").isNumber()).isTrue();
                assertThat(result.path("reasons").path(0).path("code").asText()).isEqualTo(cell(rows, "reason_1_code"));
                assertThat(result.path("asOf").textValue()).isEqualTo("2025-06-15");
                assertThat(result.path("stale").booleanValue()).isTrue();
                compared++;
            }
            assertThat(compared).isGreaterThan(50);
            assertThat(left).isGreaterThan(50);
        }
    }

    private static String cell(TableReader rows, String column) {
        return rows.row().cell(rows.column(column).orElseThrow());
    }

    private static double number(TableReader rows, String column) {
        return Double.parseDouble(cell(rows, column));
    }

    private static JsonNode byId(HoldfastServer server, String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve("/v1/scores"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"customers\": [{\"customerId\": \"" + id + "\"}]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).path("results").path(0);
    }

    @Test
    void servesNoSnapshotOfAnotherPlanAndNoParquet() throws IOException {
        Path other = folder.resolve("weekly.yaml");
        Files.writeString(other, Files.readString(history) + "features: {windows: [7, 30, 90, 365]}\n");
        Path weekly = folder.resolve("weekly.csv");
        Path parquet = folder.resolve("snapshot.parquet");
        CommandRun.of("features", other, "--as-of", "2025-06-01", "-o", weekly);
        CommandRun.of("features", history, "--bundle", bundle, "--as-of", "2025-06-01", "-o", parquet);

        CommandRun ofWeekly = CommandRun.of("serve", bundle, "--snapshot", weekly);
        CommandRun ofParquet = CommandRun.of("serve", bundle, "--snapshot", parquet);

        assertThat(ofWeekly.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ofWeekly.err().lines())
                .singleElement()
                .asString()
                .contains("the features were made by the plan", "expected 'holdfast features --bundle'");
        assertThat(ofParquet.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ofParquet.err().lines()).singleElement().asString().contains("is Parquet", "expected CSV");
    }

    /** Its columns may have the names that the model knows, and other values. */
    @Test
    void takesNoFeaturesOfAnotherPlan() throws IOException {
        Path other = folder.resolve("utc8.yaml");
        Files.writeString(other, Files.readString(history) + "timeZone: Asia/Shanghai\n");
        Path features = folder.resolve("utc8.csv");
        Path out = folder.resolve("of-another-plan.csv");
        Path playbook = Files.writeString(
                folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK.replaceAll("(?m)^(tiers|customer): .*\n", ""));
        CommandRun.of("features", other, "--as-of", "2025-06-01", "-o", features);

        String sentence = "holdfast: " + features + " line 2: the features were made by the plan ";
        assertThat(refusal("score", bundle, features, "-o", out))
                .startsWith(sentence)
                .endsWith("expected 'holdfast features --bundle' with this model's bundle");
        assertThat(refusal("plan", bundle, features, "--playbook", playbook, "--budget", "100", "-o", out))
                .startsWith(sentence);
        assertThat(refusal("explain", bundle, features, "--customer", "k1")).startsWith(sentence);
        assertThat(refusal("evaluate", bundle, features)).startsWith(sentence);
        assertThat(refusal("compare", bundle, bundle, features)).startsWith(sentence);
        assertThat(out).doesNotExist();
    }

    /** A pipe gives its rows once. */
    @Test
    void readsAPipeOfFeatures() throws Exception {
        Path features = folder.resolve("piped.csv");
        Path scores = folder.resolve("scores-of-table.csv");
        Path piped = folder.resolve("scores-of-pipe.csv");
        Path pipe = folder.resolve("pipe.csv");
        Path another = folder.resolve("another-pipe.csv");
        assumeTrue(made(pipe) && made(another), "this system has no named pipes");
        CommandRun.of("features", history, "--bundle", bundle, "--as-of", "2025-06-01", "-o", features);
        CommandRun.of("score", bundle, features, "-o", scores);
        String customer = Files.readAllLines(features).get(1).split(",", -1)[1];

        CommandRun scored = fed(pipe, features, "score", bundle, pipe, "-o", piped);
        CommandRun explained = fed(another, features, "explain", bundle, another, "--customer", customer);

        assertThat(scored.err()).isEmpty();
        assertThat(piped).hasSameTextualContentAs(scores);
        assertThat(explained.err()).isEmpty();
        assertThat(explained.out()).contains("Customer " + customer + ", as of 2025-06-01");
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A command that opens its pipe again waits for ever, so it is waited for on a thread that nobody has to end. */
    private static CommandRun fed(Path pipe, Path table, Object... command) throws Exception {
        Thread feeder = new Thread(() -> {
            try {
                Files.write(pipe, Files.readAllBytes(table), StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        feeder.setDaemon(true);
        feeder.start();
        return CompletableFuture.supplyAsync(() -> CommandRun.of(command)).get(60, TimeUnit.SECONDS);
    }

    @Test
    void writesNothingWhereALaterRowIsOfAnotherPlan() throws IOException {
        Path features = folder.resolve("mixed.csv");
        Path out = folder.resolve("scores-of-mixed.csv");
        CommandRun.of("features", history, "--bundle", bundle, "--as-of", "2025-06-01", "-o", features);
        List<String> lines = new ArrayList<>(Files.readAllLines(features));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).replaceAll("[0-9a-f]{32}", "0123456789abcdef0123456789abcdef"));
        Files.write(features, lines);

        String sentence = "holdfast: " + features + " line " + lines.size()
                + ": the features were made by the plan '0123456789abcdef0123456789abcdef', the model learned from those of the plan ";
        assertThat(refusal("score", bundle, features, "-o", out)).startsWith(sentence);
        assertThat(refusal("explain", bundle, features, "--customer", "k1")).startsWith(sentence);
        assertThat(out).doesNotExist();
    }

    @Test
    void namesAPlanByWhatItDoesAndNotByItsTextsOrPlaces() {
        String yaml = """
                format: 1
                name: shop
                sources: {events: {path: purchases.csv, kind: purchase, columns: {customer: who, occurredAt: day, amount: paid}}}
                measures: {amount: {scale: 2, unit: EUR}}
                kinds: {purchase: {measures: [amount]}}
                churn: {kind: non-contractual, horizonDays: 45}
                """;
        String digest = digest(yaml);

        assertThat(digest).matches("[0-9a-f]{32}");
        for (String same : List.of(
                yaml.replace("purchases.csv", "elsewhere/purchases.csv.gz"),
                yaml.replace("name: shop", "name: store"),
                yaml.replace("measures: [amount]", "measures: [amount], names: {en: Order, zh-CN: 订单}"))) {
            assertThat(digest(same)).isEqualTo(digest);
        }
        for (String different : List.of(
                yaml.replace("scale: 2", "scale: 3"),
                yaml.replace("amount: paid", "amount: [paid, quantity]"),
                yaml.replace("horizonDays: 45", "horizonDays: 60"),
                yaml + "timeZone: Asia/Shanghai\n",
                yaml + "cleaning: {idCase: upper}\n",
                yaml + "features: {windows: [7]}\n",
                yaml + "features: {own: {n: {sql: \"count(*)\"}}}\n")) {
            assertThat(digest(different)).as(different).isNotEqualTo(digest);
        }
    }

    private static String digest(String yaml) {
        return CustomerHistory.read("history.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .planDigest(ValueModels.none());
    }

    @Test
    void namesAPlanByItsValueModelsToo() throws IOException {
        ModelBundle loaded = BundleReader.read(bundle);
        CustomerHistory learned = BundleHistory.of(bundle, loaded).orElseThrow();
        ValueModels values = BundleHistory.values(bundle, loaded);
        assertThat(values.purchases()).isNotEmpty();
        ValueModels withoutTheLast = new ValueModels(
                values.formatVersion(),
                values.purchases().subList(0, values.purchases().size() - 1),
                values.contracts());
        assertThat(learned.planDigest(values))
                .isNotEqualTo(learned.planDigest(withoutTheLast))
                .isNotEqualTo(learned.planDigest(ValueModels.none()));

        Path fitted = folder.resolve("fitted-that-day.csv");
        CommandRun.of("features", history, "--as-of", "2025-06-01", "-o", fitted);
        CommandRun served = CommandRun.of("serve", bundle, "--snapshot", fitted);

        assertThat(served.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(served.err().lines())
                .singleElement()
                .asString()
                .contains("the features were made by the plan", "expected 'holdfast features --bundle'");
    }
}
