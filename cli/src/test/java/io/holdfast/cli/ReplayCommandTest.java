package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void anActionThatTheSimulatorDoesNotKnowIsRefused() throws IOException {
        Path playbook = Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK);
        CommandRun run = replay("--playbook", playbook);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("line ", "bill-review", "discount-offer");
        assertThat(folder.resolve("replay.csv")).doesNotExist();
    }
}
