package io.holdfast.training.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCostsTest {
    private static final String COLUMNS = """
            x: {role: feature, kind: number}
            left: {role: label, positive: "1"}
            margin: {role: ignore}
            """;
    private static final int[] ALL = {0, 1};

    @TempDir
    private Path folder;

    private TrainingTable table(String costs, String csv) {
        return Tables.load(Tables.write(folder, Tables.yaml("costs: " + costs + "\n", COLUMNS), csv));
    }

    @Test
    void partsGiveTheCostOfEveryDecision() {
        TableCosts costs = TableCosts.of(
                table(
                        "{currency: EUR, value: margin, contactCost: 2, offerCost: 10, saveRate: 0.5}",
                        "x,left,margin\n1,1,80\n2,0,60\n"),
                ALL);

        assertThat(costs.decisions().contacted()).containsExactly(2 + 5 + 40, 2 + 10);
        assertThat(costs.decisions().alone()).containsExactly(80, 0);
        assertThat(costs.basis().assumed()).isFalse();
        assertThat(costs.basis().currency()).isEqualTo("EUR");
        assertThat(costs.basis().amounts()).contains(new CostBasis.Amount("value", 70, "margin", false));
    }

    @Test
    void whatIsNotGivenIsAssumedAndSaidToBe() {
        TableCosts costs = TableCosts.of(table("{value: 50}", "x,left,margin\n1,1,80\n2,0,60\n"), ALL);

        assertThat(costs.basis().assumed()).isTrue();
        assertThat(costs.basis().amounts())
                .containsExactly(
                        new CostBasis.Amount("value", 50, "", false),
                        new CostBasis.Amount("contactCost", 1, "", true),
                        new CostBasis.Amount("offerCost", 10, "", true),
                        new CostBasis.Amount("saveRate", .3, "", true));
    }

    @Test
    void aTableWithoutTheColumnCountsWithWhatIsAssumed() throws Exception {
        Path yaml = Tables.write(
                folder, Tables.yaml("costs: {value: margin}\n", COLUMNS), "x,left,margin\n1,1,80\n2,0,60\n");
        DatasetDescription description = DatasetDescription.read(yaml);
        Path other = Files.writeString(folder.resolve("other.csv"), "x,left\n1,1\n2,0\n");

        TableCosts costs = TableCosts.of(
                TrainingTable.readLabelled(other, description, description.format(), Progress.SILENT), ALL);

        assertThat(costs.basis().amounts()).first().isEqualTo(new CostBasis.Amount("value", 200, "", true));
        assertThat(costs.decisions().alone()[0]).isCloseTo(200, within(1e-12));
    }

    @Test
    void aGapInAColumnOfAmountsIsRefusedByItsLine() {
        assertThatThrownBy(() -> table("{value: margin}", "x,left,margin\n1,1,80\n2,0,\n"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "table.csv line 3: column 'margin' holds '' (expected: a number such as 12.5 in every row, "
                                + "since 'costs' names the column)");
    }
}
