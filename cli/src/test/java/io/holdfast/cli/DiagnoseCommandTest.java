package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.StoredPrediction;
import io.holdfast.serving.store.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why customers leave, as somebody asks for it. */
class DiagnoseCommandTest {
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("care.db");
    }

    @Test
    void helpContractAndPageSayAlikeWhichMonthItIsAboutWhereNoneIsNamed() throws IOException {
        String contract =
                Files.readString(Path.of("../serving/src/main/resources/io/holdfast/serving/http/openapi.yaml"));
        String help = CommandRun.of("diagnose", "--help").out().replaceAll("\\s+", " ");
        String page = Files.readString(Path.of("../docs/diagnosis.md"));

        for (String month : List.of(
                "the last month that is over in which anything was decided or reported to have happened, among those in which a decision stood; the running month if there is none",
                "where no decision ever stood, the last month that is over of which leavings are known")) {
            assertThat(contract).contains(month);
            assertThat(help).contains(month);
        }
        assertThat(page)
                .contains(
                        "where no decision ever stood, about the last month that is over of which leavings are known");
    }

    /** In May a quarter waver for price, in June half; of each hundred ten leave in June, and say it was the price. */
    private void keep() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file()))) {
            keep(store, MAY, 4);
            keep(store, MAY.plusMonths(1), 2);
            List<Outcome> outcomes = new ArrayList<>();
            Instant june = MAY.plusMonths(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < 400; i++) {
                outcomes.add(
                        outcome("m-" + i, "C-" + i, OutcomeKind.MARGIN, Optional.empty(), OptionalDouble.of(10), june));
                if (i % 10 == 1) {
                    outcomes.add(outcome(
                            "l-" + i, "C-" + i, OutcomeKind.LEFT, Optional.empty(), OptionalDouble.empty(), june));
                    outcomes.add(outcome(
                            "s-" + i,
                            "C-" + i,
                            OutcomeKind.STATED_REASON,
                            Optional.of("price"),
                            OptionalDouble.empty(),
                            june));
                }
            }
            store.outcomes().addAll(outcomes, new Writing("test", june.plus(Duration.ofDays(1))));
        }
    }

    private static void keep(Store store, LocalDate day, int every) {
        Instant at = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        List<StoredPrediction> predictions = new ArrayList<>();
        List<NewDecision> decisions = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String id = day + "-" + i;
            String code = i % every == 0 ? "price" : "competitor";
            predictions.add(new StoredPrediction(
                    "p-" + id,
                    "C-" + i,
                    "tiny",
                    "d",
                    day,
                    day.plusDays(40),
                    0.4,
                    0,
                    90,
                    "high",
                    "{}",
                    "[{\"code\":\"" + code + "\",\"impact\":0.6,\"share\":0.5,\"settled\":true}]"));
            decisions.add(NewDecision.of(
                            "d-" + id,
                            "C-" + i,
                            i % 20 == 0 ? HoldOutMember.HELD_OUT : HoldOutMember.TREATED,
                            i % 20 == 0 ? NewDecision.WITHHELD : NewDecision.PLANNED,
                            at.plus(Duration.ofDays(25)))
                    .prediction(Optional.of("p-" + id))
                    .action(
                            Optional.of("bill-review"),
                            List.of(new DecisionStep(
                                    1,
                                    "phone",
                                    "",
                                    at,
                                    at.plus(Duration.ofDays(25)),
                                    LocalizedText.of("Go through the bill. Promise nothing.", "核对账单。不作承诺。"))))
                    .tier(Optional.of("key"))
                    .goal(Optional.of(NewDecision.RETAIN))
                    .build());
        }
        NewPlan plan = new NewPlan("plan-" + day, "d", "e", "salt", 0.05, "{}", "{}", predictions, decisions);
        store.plans().keep(plan, new Writing("test", at));
    }

    private static Outcome outcome(
            String id, String customer, OutcomeKind kind, Optional<String> reason, OptionalDouble amount, Instant at) {
        return new Outcome(
                id,
                customer,
                "",
                kind,
                kind == OutcomeKind.LEFT ? Optional.of(LeaveType.VOLUNTARY) : Optional.empty(),
                reason,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }

    @Test
    void namesTheNextThingToDoFirstAndWhomToAskLast() throws IOException {
        keep();
        Path json = folder.resolve("diagnosis.json");
        CommandRun run =
                CommandRun.of("diagnose", "--store", file(), "--month", "2025-06", "--interviews", "2", "--json", json);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).startsWith("2025-06, customers: 400;");
        assertThat(lines.get(1))
                .isEqualTo(
                        "NEXT: Mend first: Price. Customers: stated 40, confirmed by agents 0; it goes by these alone, since the"
                                + " model's reasons agree too little with them; nobody owns it yet, name somebody.");
        assertThat(lines)
                .contains("NEXT: Look into Price: it rose by 30.6 points among the wavering.")
                .contains("No evidence of any kind for: Core service, Contact with service, Complaints and recovery,"
                        + " Convenience, Contact and bond, Needs, Financial situation, Activity, Customer profile");
        List<String> spaced =
                lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
        assertThat(spaced)
                .anyMatch(line -> line.startsWith("wavering: 360 of 400 90.0 %, change -10.0 (-"))
                .anyMatch(line -> line.startsWith("lost: 40 of 400 10.0 %, change +10.0 (+"))
                .contains("reason by the model change stated change")
                .contains("Price 40 of 40 100.0 %")
                .anyMatch(line -> line.startsWith("by the model and stated ") && line.contains(" 0.0 % ("))
                .contains("reason customers reached planned held out none mostly")
                .contains("Price 200 0 180 20 0 Go through the bill")
                .contains("Price 200 40 0 too few reported nobody yet");
        assertThat(spaced.get(lines.size() - 1)).startsWith("lost key 40 C-");

        JsonNode reply = StrictJson.read("diagnosis.json", Files.readAllBytes(json), JsonNode.class);
        assertThat(reply.path("interviews"))
                .hasSize(2)
                .allSatisfy(draw -> assertThat(draw.path("customers"))
                        .hasSize(2)
                        .noneSatisfy(
                                customer -> assertThat(customer.textValue()).matches("C-\\d*[02468]0|C-0")));
        assertThat(reply.path("notAsked").intValue()).isEqualTo(20);
        assertThat(reply.path("fixesBy").textValue()).isEqualTo("stated_or_confirmed");
    }

    @Test
    void theSameIsAPageAndSpeaksChinese() throws IOException {
        keep();
        Path page = folder.resolve("diagnosis.html");
        CommandRun run = CommandRun.of(
                "diagnose", "--store", file(), "--month", "2025-05", "--html", page, "--language", "zh-CN");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("2025-05，客户数：400", "动摇：400 / 400  100.0%", "下一步：")
                .contains("核对账单", "访谈（请开放式提问）", "关键客户")
                .doesNotContain("bill-review", "core-service", " / key");
        assertThat(Files.readString(page)).contains("<html lang=\"zh-CN\"", "客户变动诊断", "Why customers leave", "2025-05");
    }

    @Test
    void reasonsAreCalledAsTheModelOfABundleCallsThem() throws IOException {
        keep();
        Path bundle = folder.resolve("own.bundle");
        String own = TinyBundles.datasetYaml() + "reasons:\n  price:\n    name: {en: Tariff, zh-CN: 资费}\n";
        BundleWriter.write(TinyBundles.content(TinyBundles.parts(), own, Map.of()), bundle, false);

        CommandRun run = CommandRun.of("diagnose", "--store", file(), "--bundle", bundle);
        CommandRun server = CommandRun.of("diagnose", "--server", "http://127.0.0.1:1", "--bundle", bundle);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Tariff").doesNotContain("Price");
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.err()).contains("--bundle", "its own model");
    }

    /** Else whoever follows the advice to overwrite is refused all the same. */
    @Test
    void whatMayNeverBeReplacedIsToldFirst() {
        keep();
        Path bundle = folder.resolve("own.bundle");
        BundleWriter.write(TinyBundles.content(), bundle, false);
        Path manifest = bundle.resolve("manifest.json");

        for (String option : List.of("--html", "--json")) {
            CommandRun ofBundle = CommandRun.of("diagnose", "--store", file(), "--bundle", bundle, option, manifest);
            CommandRun store = CommandRun.of("diagnose", "--store", file(), option, file());

            assertThat(ofBundle.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ofBundle.err())
                    .contains("the output " + manifest + " would replace what the command reads")
                    .doesNotContain("--overwrite");
            assertThat(store.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(store.err()).contains("would replace").doesNotContain("--overwrite");
        }
        assertThat(CommandRun.of("diagnose", "--store", file(), "--bundle", bundle, "--html", manifest, "--overwrite")
                        .exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(BundleReader.read(bundle).description().reasons()).isNotNull();
    }

    @Test
    void whatCannotBeAskedIsASentence() {
        keep();

        CommandRun month = CommandRun.of("diagnose", "--store", file(), "--month", "May");
        CommandRun none = CommandRun.of("diagnose", "--store", file(), "--month", "2024-05");
        CommandRun many = CommandRun.of("diagnose", "--store", file(), "--interviews", "101");
        CommandRun lost = CommandRun.of("diagnose", "--store", file(), "--html", file(), "--overwrite");

        assertThat(month.exitCode()).isEqualTo(2);
        assertThat(month.err()).contains("'May'").contains("a month such as 2026-10");
        assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("knows nothing of that month", "2025-05 … 2025-08");
        assertThat(many.exitCode()).isEqualTo(2);
        assertThat(many.err()).contains("0 to 100");
        assertThat(lost.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
}
