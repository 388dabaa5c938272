package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small simulated telecom: figures by month beside every baseline. */
class BacktestCommandTest {
    @TempDir
    private static Path folder;

    private static Path history;
    private static Path json;
    private static CommandRun run;

    @BeforeAll
    static void backtest() {
        Path simulated = folder.resolve("telecom");
        CommandRun.of(
                "simulate",
                "--customers",
                "400",
                "--months",
                "12",
                "--seed",
                "3",
                "--monthly-leaving",
                "0.04",
                "--clean",
                "-o",
                simulated);
        history = simulated.resolve("history.yaml");
        json = folder.resolve("backtest.json");
        run = CommandRun.of("backtest", history, "--periods", "2", "--json", json);
    }

    @Test
    void printsMonthsBaselinesAndLeadTime() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("outcomes are known after 90 days")
                .contains("2024-09", "2024-10")
                .contains(
                        "logistic regression", "recency alone", "contract ends soon", "contract ends soon, by revenue")
                .contains("at least 30 days before they left, at 5 % of the customers at risk a month")
                .containsPattern("Beside recency alone: (the model gains|no gain is shown)");
    }

    @Test
    void writesEveryFigure() throws IOException {
        JsonNode result = new ObjectMapper().readTree(Files.readAllBytes(json));

        assertThat(result.get("periods")).hasSize(2);
        JsonNode last = result.get("periods").get(1);
        assertThat(last.get("model").get("metrics").get("rocAuc").get("value").asDouble())
                .isBetween(.3, 1.0);
        assertThat(last.get("baselines")).hasSize(4);
        assertThat(result.get("gains")).hasSize(4);
        assertThat(result.get("leadTime").get("capacity").asDouble()).isEqualTo(.05);
    }

    @Test
    void refusesATableAndAnImpossibleNumberOfMonths() {
        Path table = CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml");
        assertThat(CommandRun.of("backtest", table).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(CommandRun.of("backtest", table).err()).contains("describes no history");

        CommandRun none = CommandRun.of("backtest", history, "--periods", "0");
        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("--periods 0; expected a whole number from 1 to 60");
    }

    @Test
    void keepsAFileThatIsThere() {
        assertThat(CommandRun.of("backtest", history, "--json", json).err()).contains("exists already");
    }
}
