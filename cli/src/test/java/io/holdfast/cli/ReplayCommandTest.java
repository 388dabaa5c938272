package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies against simulated customers, as somebody asks for it. */
class ReplayCommandTest {
    @TempDir
    private Path folder;

    private CommandRun replay(Object... more) {
        List<Object> line = new ArrayList<>(List.of("replay", "-o", folder.resolve("replay.csv")));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray());
    }

    @Test
    void writesEveryMonthOfEveryPolicyAndTheSameAgain() throws IOException {
        Object[] small = {
            "--customers", "200", "--months", "2", "--after", "1", "--seeds", "2", "--policies", "loop,riskiest,nobody"
        };
        CommandRun run = replay(small);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> rows = Files.readAllLines(folder.resolve("replay.csv"));
        assertThat(rows.get(0)).isEqualTo("policy,seed,month,net_margin,treated,spent,left");
        assertThat(rows).hasSize(1 + 3 * 2 * 3);
        assertThat(rows.stream().filter(row -> row.startsWith("nobody,")))
                .allMatch(row -> row.split(",", -1)[4].equals("0"));
        assertThat(rows.stream().filter(row -> row.startsWith("riskiest,1,1,")))
                .noneMatch(row -> row.split(",", -1)[4].equals("0"));
        assertThat(run.out()).contains("above nobody", "at risk on unproven actions", "by month");
        CommandRun again = replay(
                "--customers",
                "200",
                "--months",
                "2",
                "--after",
                "1",
                "--seeds",
                "2",
                "--policies",
                "loop,riskiest,nobody",
                "--language",
                "zh-CN",
                "--overwrite");
        assertThat(again.out()).contains("逐月");
        assertThat(Files.readAllLines(folder.resolve("replay.csv"))).isEqualTo(rows);
        assertThat(replay(small).err()).contains("replay.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policies|loop,best|best",
                "--customers|99|100 to 1000000",
                "--months|0|1 to 120",
                "--after|-1|0 to 120",
                "--seeds|0|1 to 1000",
                "--effects|great|usual, equal, none",
                "--monthly-leaving|0.5|0.001 to 0.2",
                "--budget|-1|0 or more",
                "--calls|-1|0 or more",
            })
    void aWrongValueIsNamedWithWhatWasExpected(String option, String value, String expected) {
        CommandRun run = replay(option, value);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(option, expected).doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAStoreAsMonthsOfWorkWould() {
        Path store = folder.resolve("the loop's 库.db");
        CommandRun run = CommandRun.of(
                "replay",
                "--store",
                store,
                "--customers",
                "400",
                "--months",
                "2",
                "--after",
                "3",
                "--monthly-leaving",
                "0.05");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "holdfast effects --store '" + store.toString().replace("'", "'\\''") + "' --html",
                        "--month 2024-02");
        JsonNode effects = json("effects", "--store", store);
        assertThat(effects.at("/assigned").asInt()).isPositive();
        assertThat(effects.at("/shadowAssigned").asInt()).isPositive();
        assertThat(effects.at("/effects").findValuesAsText("metric")).contains("leave_rate", "margin");
        JsonNode diagnosis = json("diagnose", "--store", store, "--month", "2024-02");
        assertThat(diagnosis.at("/customers").asInt()).isGreaterThan(100);
        try (Store kept = Store.open(new StoreLocation.SqliteFile(store))) {
            assertThat(kept.audit().verify().isWhole()).isTrue();
        }
        CommandRun again = CommandRun.of("replay", "--store", store);
        assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("exists already");
    }

    private JsonNode json(Object... arguments) {
        Path file = folder.resolve(arguments[0] + ".json");
        List<Object> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--json", file));
        CommandRun run = CommandRun.of(line.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        try {
            return StrictJson.read("the reply", Files.readAllBytes(file), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policies|loop,nobody|loop alone with --store",
                "--seeds|2|1 with --store",
                "--after|60|not over yet",
            })
    void aStoreIsFilledByOnePolicyOnceAndWithThePastOnly(String option, String value, String expected) {
        CommandRun run = CommandRun.of("replay", "--store", folder.resolve("filled.db"), option, value);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(expected);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksForOneOfItsOutputs() {
        assertThat(CommandRun.of("replay").err()).contains("-o FILE", "--store FILE");
    }

    @Test
    void anActionThatTheSimulatorDoesNotKnowIsRefused() throws IOException {
        Path playbook = Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK);
        CommandRun run = replay("--playbook", playbook);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("line ", "bill-review", "discount-offer");
        assertThat(folder.resolve("replay.csv")).doesNotExist();
    }
}
