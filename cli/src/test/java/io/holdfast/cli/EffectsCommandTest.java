package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.cli.outcomes.EffectText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What care brought about, as somebody asks for it. */
class EffectsCommandTest {
    private static final Instant DECIDED = Instant.parse("2025-06-01T08:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("care.db");
    }

    /** A tenth is held out; of the treated 5 % leave, of the shadows 30 %, of those who were not chosen nobody. */
    private void keep() {
        List<NewDecision> decisions = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            boolean chosen = i < 1000;
            boolean held = i % 10 == 0;
            decisions.add(decision(i, chosen, held));
            if (chosen && i / 10 % 20 < (held ? 6 : 1)) {
                outcomes.add(Leavings.left("o-" + i, "C-" + i, DECIDED.plus(Duration.ofDays(40))));
            }
        }
        outcomes.add(Leavings.left("o-last", "C-1199", DECIDED.plus(Duration.ofDays(120))));
        try (Store store = Store.open(new StoreLocation.SqliteFile(file()))) {
            NewPlan plan = new NewPlan("plan-1", "d", "e", "salt", 0.1, "{}", "{}", List.of(), decisions);
            store.plans().keep(plan, new Writing("test", DECIDED));
            store.outcomes().addAll(outcomes, new Writing("test", CommandRun.NOON.instant()));
        }
    }

    private static NewDecision decision(int i, boolean chosen, boolean held) {
        String shadow = held ? NewDecision.WITHHELD : NewDecision.PLANNED;
        return NewDecision.of(
                        "d-" + i,
                        "C-" + i,
                        held ? HoldOutMember.HELD_OUT : HoldOutMember.TREATED,
                        chosen ? shadow : NewDecision.NONE,
                        DECIDED.plus(Duration.ofDays(30)))
                .action(chosen ? Optional.of(i < 500 ? "bill-review" : "check-up") : Optional.empty(), List.of())
                .candidates(List.of(), held ? 0.1 : 0.9)
                .tier(Optional.of("key"))
                .goal(Optional.of(NewDecision.RETAIN))
                .build();
    }

    @Test
    void theReportSaysTheEffectAndCrossesOutTheWrongReadings() throws IOException {
        keep();
        Path json = folder.resolve("effects.json");
        CommandRun run = CommandRun.of("effects", "--store", file(), "--by", "action,tier", "--json", json);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "Decisions: 900 assigned against 100 shadow-assigned, by intention to treat; windows of leaving closed until 2025-09-15.");
        assertThat(lines.get(1))
                .contains("100 of 1,000 households held out, 100.0 expected")
                .contains("as the lot makes it");
        assertThat(run.out())
                .contains("Primary effect, declared beforehand: net margin within 365 days cannot be told yet");
        assertThat(run.out())
                .contains(
                        "left within 90 days: 5.00 % of 900 assigned, 30.00 % of 100 shadow-assigned; difference -25.00")
                .contains("care helps")
                .contains("  exploratory: left within 90 days");
        List<String> spaced =
                lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
        assertThat(spaced)
                .contains(
                        "Exploratory assigned customers shadow-assigned customers difference, at one look over any number of"
                                + " looks what may be said")
                .filteredOn(line -> line.startsWith("left within 90 days, % 5.00 900 30.00 100 -25.00 ("))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(" care helps"));
        assertThat(spaced)
                .as("a cell has figures and no verdict")
                .filteredOn(line -> line.startsWith("bill-review / key ") || line.startsWith("check-up / key "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain("care helps", "treated", "exploratory"))
                .allSatisfy(line -> assertThat(line).matches(".* 0\\.0000 FINDING"));
        assertThat(run.out()).contains("By action x tier");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("NEXT: Give a plan of its own")
                .contains("bill-review / key");
        assertThat(run.out()).contains("NEXT: Keep the hold-out as it is, and report margin");
        String wrong = lines.stream()
                .filter(line -> line.startsWith("WRONG: "))
                .findFirst()
                .orElseThrow();
        assertThat(wrong)
                .as("nothing is struck out for who reads it from a file")
                .startsWith("WRONG: treated against everybody: ")
                .endsWith("chosen for their risk with the others.");

        JsonNode reply = StrictJson.read("effects.json", Files.readAllBytes(json), JsonNode.class);
        assertThat(new EffectText(reply, false, true).lines())
                .as("a terminal shows it struck out")
                .anyMatch(line -> line.startsWith("WRONG: t\u0336r\u0336e\u0336a\u0336t\u0336e\u0336d\u0336")
                        && line.endsWith("chosen for their risk with the others."));
        JsonNode leaving = reply.path("effects").path(0);
        assertThat(leaving.path("metric").textValue()).isEqualTo("leave_rate");
        assertThat(leaving.path("verdict").textValue()).isEqualTo("helps");
        assertThat(leaving.path("difference").path("point").doubleValue()).isCloseTo(-0.25, within(1e-12));
        assertThat(leaving.path("treatedPerSave").path("point").doubleValue()).isCloseTo(4, within(1e-9));
        assertThat(leaving.path("treatedPerHarm").isNull()).isTrue();
        assertThat(reply.path("explored")).hasSize(2);
        assertThat(reply.path("explored").path(0).has("treatedPerSave")).isFalse();
        assertThat(reply.path("wrongReadings")
                        .path("treatedAgainstEverybody")
                        .path("difference")
                        .doubleValue())
                .isCloseTo(0.05 - 30.0 / 300, within(1e-12));
    }

    @Test
    void theSameIsAPage() throws IOException {
        keep();
        Path page = folder.resolve("effects.html");
        Path json = folder.resolve("effects.json");

        CommandRun run = CommandRun.of("effects", "--store", file(), "--html", page, "--json", json);
        CommandRun again = CommandRun.of("effects", "--store", file(), "--html", page);
        CommandRun both = CommandRun.of(
                "effects", "--store", file(), "--html", folder.resolve("x"), "--json", folder.resolve("x"));
        CommandRun over = CommandRun.of("effects", "--store", file(), "--html", page, "--overwrite");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(page))
                .contains("Does care work?", "关怀是否有效")
                .contains("<del><span lang=\"en\">Treated against everybody")
                .contains("data-chart=\"staying\"", "data-chart=\"forest-leave_rate\"");
        JsonNode staying = StrictJson.read("effects.json", Files.readAllBytes(json), JsonNode.class)
                .path("staying");
        assertThat(staying.path("assigned").path(0).path("atRisk").intValue()).isEqualTo(900);
        assertThat(staying.path("shadowAssigned").path(1).path("share").doubleValue())
                .isCloseTo(0.7, within(1e-12));
        assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("exists already");
        assertThat(both.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(both.err()).contains("expected two files");
        for (String output : List.of("--html", "--json")) {
            CommandRun lost = CommandRun.of("effects", "--store", file(), output, file(), "--overwrite");
            assertThat(lost.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(lost.err()).contains("would replace what the command reads");
        }
        assertThat(over.exitCode()).as(over.err()).isZero();
    }

    @Test
    void theReportSpeaksChinese() {
        keep();
        CommandRun run = CommandRun.of("effects", "--store", file(), "--plan", "plan-1", "--language", "zh-CN");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("执行组 900 次，对照组 100 次")
                .contains("90 天内流失")
                .contains("关怀有效")
                .contains("错误读法：");
    }

    @Test
    void nothingIsGuessedWithoutOutcomes() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file()))) {
            assertThat(store.isReady()).isTrue();
        }
        CommandRun run = CommandRun.of("effects", "--store", file());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("0 assigned against 0 shadow-assigned")
                .contains("no window of leaving is closed yet (nobody who stayed, left or returned is reported)");
    }

    /** A slip of the pen makes no empty store, which would have no effects either. */
    @ParameterizedTest
    @ValueSource(strings = {"effects", "work list", "store export --customer C-1 -o x.json"})
    void aStoreThatIsNotThereIsNotMade(String command) {
        Path none = folder.resolve("cear.db");
        List<Object> line = new ArrayList<>(List.of(command.split(" ")));
        line.add("--store");
        line.add(none);

        CommandRun run = CommandRun.of(line.toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("there is no store " + none).contains("holdfast plan --store");
        assertThat(none).doesNotExist();
    }

    @Test
    void whatCannotBeAskedIsASentence() {
        keep();

        CommandRun plan = CommandRun.of("effects", "--store", file(), "--plan", "plan-9");
        CommandRun cut = CommandRun.of("effects", "--store", file(), "--by", "colour");
        CommandRun twice = CommandRun.of("effects", "--store", file(), "--by", "tier,tier");

        assertThat(plan.exitCode()).isEqualTo(4);
        assertThat(plan.err()).contains("There is no such plan (expected:");
        assertThat(cut.exitCode()).isEqualTo(2);
        assertThat(cut.err()).contains("'colour'").contains("action, reason, tier, period, plan");
        assertThat(twice.exitCode()).isEqualTo(4);
        assertThat(twice.err()).contains("at most once");
    }
}
