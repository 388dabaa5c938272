package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTableTest {
    private static String fault(String costs) {
        return String.valueOf(
                Faults.of(() -> Descriptions.with("costs: " + costs + "\n")).getMessage());
    }

    @Test
    void partsAreNumbersOrColumns() {
        CostTable costs = Descriptions.with("costs: {currency: EUR, value: tenure, contactCost: 1.5, saveRate: 0.3}\n")
                .costs();

        assertThat(costs.currency()).isEqualTo("EUR");
        assertThat(costs.amounts())
                .isEqualTo(Map.of(
                        CostItem.VALUE, new CostAmount.OfColumn("tenure"),
                        CostItem.CONTACT_COST, new CostAmount.Constant(1.5),
                        CostItem.SAVE_RATE, new CostAmount.Constant(.3)));
        assertThat(costs.isMatrix()).isFalse();
        assertThat(costs.columns()).containsExactly("tenure");
        assertThat(Descriptions.with("").costs()).isEqualTo(CostTable.NONE);
    }

    @Test
    void aMatrixMayUseIgnoredColumns() {
        DatasetDescription description = Descriptions.read("""
                format: 1
                name: small
                table: {path: small.csv}
                costs: {truePositive: tp, falsePositive: "8", falseNegative: "90", trueNegative: "-1"}
                columns:
                  tp: {role: ignore}
                  y: {role: feature, kind: number}
                  churn: {role: label, positive: "Yes"}
                """);

        assertThat(description.costs().isMatrix()).isTrue();
        assertThat(description.costs().amount(CostItem.TRUE_NEGATIVE)).hasValue(new CostAmount.Constant(-1));
        assertThat(Faults.of(() -> description.requireForTraining("small.csv", List.of("y", "churn")))
                        .getMessage())
                .isEqualTo("small.csv has no column 'tp', which 'costs' in the description of small names");
    }

    @Test
    void whatDoesNotFitIsRefusedInOneSentence() {
        assertThat(fault("{value: tenur}"))
                .contains("line 1")
                .contains("'tenur'")
                .contains("did you mean 'tenure'?");
        assertThat(fault("{value: plan}")).contains("'plan'").contains("a column of kind number or role ignore");
        assertThat(fault("{value: -1}"))
                .contains("'value' of 'costs' is '-1'; expected a number from 0 to 1000000000000");
        assertThat(fault("{saveRate: 30}")).contains("expected a number from 0 to 1, or");
        assertThat(fault("{value: [1]}")).contains("a list");
        assertThat(fault("{value: 3, truePositive: 1}")).contains("gives value beside a cost matrix");
        assertThat(fault("{truePositive: 1}")).contains("'falsePositive' of 'costs' is missing");
        assertThat(fault("{margin: 3}")).contains("unknown key 'margin'");
        assertThat(fault("{currency: ABCDEFGHIJKLMNOPQ}")).contains("at most 16 characters such as EUR");
    }
}
