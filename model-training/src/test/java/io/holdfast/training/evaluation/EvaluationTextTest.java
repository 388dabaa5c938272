package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

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
                .contains("95 %, percentile bootstrap over rows, 100 samples, seed 1")
                .containsPattern("ROC AUC +0\\.\\d{4} +\\(0\\.\\d{4} to 0\\.\\d{4}\\) +0\\.5000")
                .containsPattern("10 % +100 +\\d\\.\\d{2} ")
                .containsPattern("female +0 +500");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
    }

    @Test
    void saysUndefinedWhereThereIsNoValue() {
        ScoredRows one = new ScoredRows(new double[] {.5}, new boolean[] {false}, Map.of());

        String text = EvaluationText.of(Evaluator.evaluate(one, QUICK));

        assertThat(text)
                .contains("1 held-out row,", "Too few rows for intervals.")
                .containsPattern("ROC AUC +undefined +undefined")
                .doesNotContain("NaN", "Contacting");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        ScoredRows close = new ScoredRows(new double[] {.499999, .499999}, new boolean[] {true, false}, Map.of());

        assertThat(EvaluationText.of(Evaluator.evaluate(close, QUICK)))
                .containsPattern("calibration gap +0\\.0000")
                .doesNotContain("-0.0000");
    }
}
