package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.profit.TableCosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subscribers of a TV provider, with what every decision costs for each of them; the figures are sums over the file by awk. */
@Tag("slow")
class TvCostsTest {
    @TempDir
    private Path folder;

    @Test
    void theTablesOwnCostsGiveTheKnownCostOfTheSimplePolicies() throws IOException {
        String data = System.getenv().getOrDefault("HOLDFAST_DATA", "");
        Path file = Path.of(data, "tv_costs", "tv_costs.csv");
        assumeThat(Files.exists(file))
                .as("HOLDFAST_DATA names a folder with tv_costs/tv_costs.csv")
                .isTrue();
        StringBuilder columns = new StringBuilder("id: {role: id}\ntarget: {role: label, positive: \"1.0\"}\n");
        IntStream.rangeClosed(1, 46).forEach(x -> columns.append("x" + x + ": {role: feature, kind: number}\n"));
        columns.append("C_FP: {role: ignore}\nC_FN: {role: ignore}\nC_TP: {role: ignore}\nC_TN: {role: ignore}\n");
        String costs = "costs: {truePositive: C_TP, falsePositive: C_FP, falseNegative: C_FN, trueNegative: C_TN}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(costs, columns.toString()), Files.readString(file)));
        int[] rows = IntStream.range(0, table.rows()).toArray();
        double[] scores = IntStream.of(rows)
                .mapToDouble(row -> table.positive(row) ? 1 : 0)
                .toArray();

        ProfitEvaluation profit = Evaluator.evaluate(
                        new ScoredRows(scores, table.positives(), Map.of()),
                        TableCosts.of(table, rows),
                        new EvaluationSettings(1, 100))
                .profit();

        assertThat(profit.costs().assumed()).isFalse();
        assertThat(profit.costOf().nobody()).isCloseTo(564_086, within(.5));
        assertThat(profit.costOf().everybody()).isCloseTo(784_530, within(.5));
        assertThat(profit.costOf().perfect()).isCloseTo(57_298, within(.5));
        assertThat(profit.best().customers()).isEqualTo(449);
        assertThat(profit.best().profit().known().orElseThrow())
                .isCloseTo(profit.perfect().known().orElseThrow(), within(1e-6));
    }
}
