package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.profit.CostBasis;
import io.holdfast.training.profit.DecisionCosts;
import io.holdfast.training.profit.TableCosts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(1, 100);

    @Test
    void showsTheModelBesideTheBaseRate() {
        ScoredRows rows = SimulatedScores.grouped(SimulatedScores.calibrated(1000, 1), "female", "0", "1");

        String text = EvaluationText.of(Evaluator.evaluate(rows, QUICK));

        assertThat(text)
                .startsWith("1,000 held-out rows, ")
                .contains("95 % intervals: percentile bootstrap over rows, 100 samples, seed 1.")
                .containsPattern("ROC AUC +0\\.\\d{4} +\\(0\\.\\d{4} to 0\\.\\d{4}\\) +0\\.5000")
                .containsPattern("Reliability: in \\d+ of 10 bins")
                .containsPattern("top 10 % +100 +0\\.\\d{4} +\\d+ +\\d+\\.\\d % +\\d+\\.\\d % +\\d\\.\\d{2} ")
                .contains("from assumed amounts", "Assumed: value 200, contactCost 1, offerCost 10, saveRate 0.3")
                .contains("Most profit: contact from 0.", "by female\n")
                .containsPattern(" 0 +500 ");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void saysUndefinedWhereThereIsNoValue() {
        ScoredRows one = new ScoredRows(new double[] {.5}, new boolean[] {false}, Map.of());

        String text = EvaluationText.of(Evaluator.evaluate(one, QUICK));

        assertThat(text)
                .contains("1 held-out row,", "Too few rows for intervals.", "Farthest off: 1 row of whom")
                .containsPattern("ROC AUC +undefined +undefined")
                .doesNotContain("NaN", "Contacting");
    }

    @Test
    void profitByTheOwnersAmountsIsNotCalledAssumed() {
        ScoredRows rows = SimulatedScores.calibrated(1000, 1);
        double[] each = new double[1000];
        Arrays.fill(each, 3);
        CostBasis basis = new CostBasis("EUR", false, List.of(new CostBasis.Amount("value", 3, "margin", false)));

        String text = EvaluationText.of(
                Evaluator.evaluate(rows, new TableCosts(basis, new DecisionCosts(each, new double[1000])), QUICK));

        assertThat(text)
                .contains("profit in EUR over contacting nobody\n", "Counted with (means of columns): value 3.00.")
                .contains("No cut of the list pays: contact nobody.")
                .doesNotContainIgnoringCase("assumed")
                .doesNotContain("best cut");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        ScoredRows close = new ScoredRows(new double[] {.499999, .499999}, new boolean[] {true, false}, Map.of());

        assertThat(EvaluationText.of(Evaluator.evaluate(close, QUICK)))
                .containsPattern("calibration gap +0\\.0000")
                .doesNotContain("-0.0000");
    }
}
