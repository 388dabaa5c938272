package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.json.StrictJson;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store has measured counts in the next plan. */
class PlanByEffectsTest {
    private static final Instant DECIDED = Instant.parse("2025-09-01T08:00:00Z");
    private static final String TABLE =
            "customer_id,left,region,tenure,monthly_charge,contract,support,paperless\nA,yes,north,2,95.5,monthly,none,yes\n";

    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path playbook;
    private Path store;

    @BeforeEach
    void prepare() throws IOException {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TABLE);
        playbook = Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK);
        store = folder.resolve("care.db");
    }

    /** Of 2,000 customers a tenth is held out; out of a hundred so many leave. */
    private void measure(int treated, int untreated) {
        List<NewDecision> decisions = new ArrayList<>();
        List<StoredPrediction> predictions = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            boolean held = i % 10 == 0;
            predictions.add(prediction(i));
            decisions.add(NewDecision.of(
                            "d-" + i,
                            "C-" + i,
                            held ? HoldOutMember.HELD_OUT : HoldOutMember.TREATED,
                            held ? NewDecision.WITHHELD : NewDecision.PLANNED,
                            DECIDED.plus(Duration.ofDays(30)))
                    .action(Optional.of("bill-review"), List.of())
                    .candidates(List.of(), held ? 0.1 : 0.9)
                    .prediction(Optional.of("p-" + i))
                    .tier(Optional.of("key"))
                    .goal(Optional.of(NewDecision.RETAIN))
                    .build());
            if (i / 10 % 100 < (held ? untreated : treated)) {
                outcomes.add(Leavings.left("o-" + i, "C-" + i, DECIDED.plus(Duration.ofDays(40))));
            }
        }
        outcomes.add(Leavings.left("o-last", "C-1999", DECIDED.plus(Duration.ofDays(150))));
        try (Store open = Store.open(new StoreLocation.SqliteFile(store))) {
            NewPlan plan = new NewPlan("plan-1", "d", "e", "salt", 0.1, "{}", "{}", predictions, decisions);
            open.plans().keep(plan, new Writing("test", DECIDED));
            open.outcomes().addAll(outcomes, new Writing("test", CommandRun.NOON.instant()));
        }
    }

    /** What cannot be answered leads, and does not count. */
    private static StoredPrediction prediction(int i) {
        return new StoredPrediction(
                "p-" + i,
                "C-" + i,
                "tiny",
                "d",
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2025, 10, 1),
                0.6,
                0.4,
                90,
                "high",
                "{}",
                "[{\"code\":\"profile\",\"impact\":0.9,\"settled\":true,\"actionable\":false},"
                        + "{\"code\":\"price\",\"impact\":0.4,\"settled\":true,\"actionable\":true}]");
    }

    private CommandRun plan(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "plan",
                bundle,
                table,
                "--playbook",
                playbook,
                "--budget",
                "1000",
                "--overwrite",
                "-o",
                folder.resolve("plan.csv")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("plan.csv"));
    }

    @Test
    void helpThatWasMeasuredIsProvenAndItsCustomersAreCounted() throws IOException {
        measure(8, 30);

        CommandRun run = plan("--store", store);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Price of knowing: 0 customers with an unproven action");
        assertThat(file())
                .contains(",planned,", ",proven,", "measured on 2,000 decisions (1,800 assigned, 200 shadow-assigned");
    }

    @Test
    void harmStopsItselfAndSaysSoEverywhere() throws IOException {
        measure(30, 8);

        CommandRun run = plan("--store", store);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Stopped: bill-review for “Price” in tier key does harm: measured on 2,000 decisions")
                .contains("none, harmful: 1");
        assertThat(file()).contains("harmful", "bill-review: it does harm: measured on 2,000 decisions");
        CommandRun chinese = plan("--store", store, "--campaign", "next", "--language", "zh-CN");
        assertThat(chinese.out()).contains("已停止：bill-review（原因“", "求证的代价");
        Path json = folder.resolve("effects.json");
        CommandRun effects = CommandRun.of("effects", "--store", store, "--json", json);
        assertThat(effects.out()).contains("Harmful: bill-review for “Price” in tier key does harm");
        JsonNode pooled = StrictJson.read("effects", Files.readAllBytes(json), JsonNode.class)
                .path("pooled");
        assertThat(pooled).anySatisfy(each -> {
            assertThat(each.path("tier").asText()).isEqualTo("key");
            assertThat(each.path("evidence").asText()).isEqualTo("harmful");
            assertThat(each.path("assigned").asInt()).isEqualTo(1800);
        });
    }

    @Test
    void theOwnerMayGoByThePlaybookAlone() throws IOException {
        measure(30, 8);

        CommandRun run = plan("--store", store, "--effects", "playbook");
        assertThat(run.out()).contains("bill-review: 1").doesNotContain("Stopped");
        assertThat(file()).contains("measured on no customer yet");

        String text = Files.readString(playbook);
        Files.writeString(playbook, text.replace("deviation: 0.1}", "deviation: 0.1, stopIfHarmful: false}"));
        CommandRun despite = plan("--store", store, "--campaign", "despite");
        assertThat(despite.out()).doesNotContain("Stopped");
    }

    @Test
    void thereIsNoOtherSourceOfEffects() {
        CommandRun run = plan("--store", store, "--effects", "guess");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("--effects", "guess", "measured, playbook");
        assertThat(store).doesNotExist();
    }
}
