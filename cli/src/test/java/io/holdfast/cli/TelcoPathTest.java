package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.progress.StepTimes;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on the telco dataset by its commands, trained once for all tests here. */
class TelcoPathTest {
    private static final Path DATASET = CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml");
    private static final Path TABLE = CommandRun.CHECKOUT.resolve("datasets/telco/telco.csv");

    @TempDir
    private static Path folder;

    private static Path bundle;
    private static CommandRun training;

    @BeforeAll
    static void train() {
        bundle = folder.resolve("telco.bundle");
        training = CommandRun.of("train", DATASET, "-o", bundle, "--times", folder.resolve("times.json"));
    }

    private static List<Map<String, String>> rows(Path csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(csv, TableFormat.csv())) {
            while (reader.advance()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < reader.header().size(); column++) {
                    row.put(reader.header().get(column), reader.row().cell(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void trainingShowsHeldOutFiguresBesideTheBaseRate() {
        assertThat(training.exitCode()).isZero();
        assertThat(training.err()).isEmpty();
        assertThat(training.out())
                .contains("held-out rows", "ROC AUC", "base rate only", "top-decile lift", "is in " + bundle);
    }

    @Test
    void trainingWritesWhatEachStepTookBesideTheBundle() throws IOException {
        Path file = folder.resolve("times.json");
        StepTimes.Times times = StrictJson.read("times.json", Files.readAllBytes(file), StepTimes.Times.class);

        assertThat(times.steps())
                .extracting(StepTimes.Step::step)
                .containsSubsequence(
                        "bin columns",
                        "learn columns",
                        "search pairs",
                        "purify tables",
                        "calibrate",
                        "check the model",
                        "evaluate",
                        "draw the report",
                        "write the bundle");
        assertThat(times.steps().get(1).step()).startsWith("read ").endsWith("telco.csv");
        assertThat(times.seconds()).isPositive();
        CommandRun again = CommandRun.of("train", DATASET, "-o", folder.resolve("other.bundle"), "--times", file);
        assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("times.json exists already");
        assertThat(folder.resolve("other.bundle")).doesNotExist();
    }

    @Test
    void trainingReplacesABundleOnlyWhereAskedTo() throws IOException {
        byte[] before = Files.readAllBytes(bundle.resolve("manifest.json"));

        CommandRun again = CommandRun.of("train", DATASET, "-o", bundle);

        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err().lines()).singleElement().asString().contains("--overwrite");
        assertThat(Files.readAllBytes(bundle.resolve("manifest.json"))).isEqualTo(before);
    }

    @Test
    void evaluationSaysTheSameAsTraining() throws IOException {
        Path json = folder.resolve("evaluation.json");

        CommandRun run = CommandRun.of("evaluate", bundle, TABLE, "--json", json);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1,409 held-out rows");
        JsonNode auc = new ObjectMapper().readTree(json.toFile()).at("/model/rocAuc");
        assertThat(auc.at("/interval/low").doubleValue()).isLessThan(0.845);
        assertThat(auc.at("/interval/high").doubleValue()).isGreaterThan(0.845);
    }

    @Test
    void scoresTheHeldOutRowsOnly() {
        Path output = folder.resolve("held-out.csv");

        CommandRun run = CommandRun.of("score", bundle, TABLE, "-o", output, "--held-out");

        assertThat(run.exitCode()).isZero();
        assertThat(rows(output))
                .hasSize(1409)
                .allSatisfy(row ->
                        assertThat(row).containsEntry("horizon_days", "").doesNotContainEntry("care_status", ""));
    }

    /** The same characters everywhere; JSON alone writes whole numbers with a point. */
    @Test
    void batchHttpAndExplainGiveTheSameNumbers() throws Exception {
        Path output = folder.resolve("all.csv");
        CommandRun.of("score", bundle, TABLE, "-o", output, "--reasons", "3");
        List<Map<String, String>> scored = rows(output).subList(0, 200);

        ModelBundle loaded = BundleReader.read(bundle);
        JsonNode results = post(request(loaded, rows(TABLE).subList(0, 200)));

        assertThat(results.size()).isEqualTo(200);
        for (int i = 0; i < 200; i++) {
            assertSame(scored.get(i), results.get(i));
        }
        for (int i = 0; i < 5; i++) {
            assertExplained(scored.get(i));
        }
    }

    private static void assertSame(Map<String, String> row, JsonNode result) {
        assertThat(result.path("customerId").textValue()).isEqualTo(row.get("customer_id"));
        assertThat(result.path("status").textValue()).isEqualTo(row.get("status"));
        assertThat(result.path("predictionId").textValue()).isEqualTo(row.get("prediction_id"));
        assertThat(result.path("band").textValue()).isEqualTo(row.get("band"));
        assertThat(text(result.path("probability"))).isEqualTo(row.get("probability"));
        assertThat(text(result.path("percentile"))).isEqualTo(row.get("percentile"));
        assertThat(text(result.path("baseLogOdds"))).isEqualTo(row.get("base_log_odds"));
        assertThat(text(result.path("logOdds"))).isEqualTo(row.get("log_odds"));
        for (int rank = 1; rank <= result.path("reasons").size(); rank++) {
            JsonNode reason = result.path("reasons").get(rank - 1);
            String prefix = "reason_" + rank + "_";
            assertThat(reason.path("code").textValue()).isEqualTo(row.get(prefix + "code"));
            assertThat(reason.path("text").textValue()).isEqualTo(row.get(prefix + "text"));
            assertThat(text(reason.path("share"))).isEqualTo(row.get(prefix + "share"));
            assertThat(text(reason.path("impact"))).isEqualTo(row.get(prefix + "impact"));
        }
        assertThat(result.path("care").path("status").textValue()).isEqualTo(row.get("care_status"));
    }

    private static String text(JsonNode number) {
        return NumberText.write(number.doubleValue());
    }

    private static void assertExplained(Map<String, String> row) {
        String shown = CommandRun.of(
                        "explain", bundle, TABLE, "--customer", row.getOrDefault("customer_id", ""), "--full")
                .out();
        Matcher logOdds = Pattern.compile("(\\S+) +Log-odds").matcher(shown);
        Matcher base = Pattern.compile("(\\S+) +Average customer").matcher(shown);

        assertThat(logOdds.find()).isTrue();
        assertThat(logOdds.group(1)).isEqualTo(row.get("log_odds"));
        assertThat(base.find()).isTrue();
        assertThat(base.group(1)).isEqualTo(row.get("base_log_odds"));
        assertThat(shown).contains("= probability " + row.get("probability"));
    }

    /** What a client would send: numbers as numbers, flags as true and false, nothing for what is missing. */
    private static String request(ModelBundle loaded, List<Map<String, String>> customers) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode request = mapper.createObjectNode();
        ArrayNode list = request.putArray("customers");
        for (Map<String, String> customer : customers) {
            ObjectNode entry = list.addObject();
            entry.put("customerId", customer.get("customer_id"));
            ObjectNode features = entry.putObject("features");
            for (Column column : loaded.description().features()) {
                String cell = customer.getOrDefault(column.name(), "");
                if (!cell.isEmpty()) {
                    switch (column.kind()) {
                        case NUMBER -> features.put(column.name(), NumberText.parse(cell));
                        case FLAG ->
                            features.put(column.name(), column.flagTokens().isYes(cell));
                        default -> features.put(column.name(), cell);
                    }
                }
            }
        }
        request.putObject("options").put("asOf", "2026-02-01").put("protectors", 0);
        return mapper.writeValueAsString(request);
    }

    private static JsonNode post(String request) throws IOException, InterruptedException {
        ServerSettings settings = ServerSettings.of(bundle).withPort(0).withKeys(new KeyPolicy.None());
        try (HoldfastServer server = HoldfastServer.start(settings, CommandRun.NOON)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve("/v1/scores"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body()).path("results");
        }
    }

    @Test
    void inspectsTheTable() throws IOException {
        Path draft = folder.resolve("draft.yaml");
        Files.deleteIfExists(draft);

        CommandRun run = CommandRun.of("inspect", TABLE, "--label", "churn", "--positive", "Yes", "-o", draft);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("7,043", "total_charges", draft.toString());
        assertThat(Files.readString(draft)).contains("positive: \"Yes\"", "tenure");
        CommandRun again = CommandRun.of("inspect", TABLE, "-o", draft);
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err()).contains("exists already");
    }

    /** The commands of the README, word for word but for the places of files and the id that one of them shows. */
    @Test
    void theReadmeLeadsFromAListToAWorkedOffItem() throws IOException {
        String readme = Files.readString(CommandRun.CHECKOUT.resolve("README.md"));
        String block = readme.substring(readme.indexOf("From a list to a worked-off item"))
                .split("```", -1)[1];
        List<String> commands = block.lines()
                .filter(line -> line.startsWith("./holdfast "))
                .map(line ->
                        line.substring("./holdfast ".length()).split("#", -1)[0].strip())
                .toList();
        Map<String, String> places = Map.of(
                "churn.bundle", bundle.toString(),
                "today.csv", TABLE.toString(),
                "care.csv", folder.resolve("care.csv").toString(),
                "care.db", folder.resolve("care.db").toString());
        String item = "";
        List<CommandRun> runs = new ArrayList<>();
        for (String command : commands) {
            List<String> words = new ArrayList<>();
            for (String word : command.split(" ", -1)) {
                words.add(word.equals("ITEM") ? item : places.getOrDefault(word, word));
            }
            CommandRun run = CommandRun.of(words.toArray());
            assertThat(run.exitCode()).as("%s: %s", command, run.err()).isZero();
            if (command.startsWith("work list")) {
                item = WorkLines.column(run, "item").get(0);
            }
            runs.add(run);
        }
        assertThat(commands).hasSize(4);
        assertThat(runs.get(0).err()).contains("is kept: 7,043 decisions");
        assertThat(runs.get(0).out()).contains("planned", "contacts of team retention-desk");
        assertThat(rows(folder.resolve("care.csv"))).hasSize(7043);
        CommandRun list = CommandRun.of("work", "list", "--store", folder.resolve("care.db"));
        assertThat(list.out()).isNotEmpty().doesNotContain(item);
    }
}
