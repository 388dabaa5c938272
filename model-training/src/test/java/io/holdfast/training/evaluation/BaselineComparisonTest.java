package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselineComparisonTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 200);
    private static final ScoredRows MODEL = SimulatedScores.calibrated(1500, 1);
    private static final double[] FLATTER =
            Arrays.stream(MODEL.probabilities()).map(p -> .3 + p / 10).toArray();
    private static final BaselineComparison FOUND =
            BaselineComparison.of("logistic", "logistic regression", MODEL, FLATTER, SETTINGS);

    @Test
    void theBaselineHasTheFiguresThatAnEvaluationGivesIt() {
        assertThat(FOUND.metrics())
                .isEqualTo(Evaluator.evaluate(new ScoredRows(FLATTER, MODEL.positives(), MODEL.groups()), SETTINGS)
                        .model());
    }

    @Test
    void aBaselineThatSaysLessIsFartherAway() {
        PairedMetric loss = FOUND.paired(Metric.LOG_LOSS);

        assertThat(loss.difference().known().orElseThrow()).isNegative();
        assertThat(loss.verdict()).isEqualTo(PairedMetric.Verdict.A_BETTER);
        assertThat(EvaluationText.beside(FOUND))
                .matches(
                        "Logistic regression on the same rows: ROC AUC 0\\.\\d{4}, log loss 0\\.\\d{4}\\.\n"
                                + "The model less it: ROC AUC \\+0\\.0000 \\(.+ to .+\\), log loss -0\\.\\d{4} \\(-.+ to -.+\\)\\.")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 100));
    }
}
