package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
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

    /** The model and the baseline change places. */
    private static BaselineComparison beside(double[] model) {
        ScoredRows rows = new ScoredRows(model, MODEL.positives(), MODEL.groups());
        return BaselineComparison.of("logistic", "logistic regression", rows, MODEL.probabilities(), SETTINGS);
    }

    @Test
    void saysPlainlyWhereTheBaselineIsBetter() {
        BaselineComparison shown = beside(FLATTER);

        assertThat(shown.isBetter()).isTrue();
        assertThat(shown.caution().orElseThrow())
                .startsWith("On the rows that judge it, the model is worse than logistic regression, beyond chance:");
        assertThat(FOUND.caution()).isEmpty();
    }

    /** Of small changes by chance some make the model a little worse in both respects, and no interval shows it. */
    @Test
    void saysWhereTheBaselineIsBetterWithinChance() {
        int nominally = 0;
        for (int seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] changed = Arrays.stream(MODEL.probabilities())
                    .map(p -> Math.min(.999, p * (1 + .04 * (random.nextDouble() - .5))))
                    .toArray();
            BaselineComparison found = beside(changed);
            PairedMetric auc = found.paired(Metric.ROC_AUC);
            PairedMetric loss = found.paired(Metric.LOG_LOSS);
            boolean within = auc.verdict() == PairedMetric.Verdict.NO_DIFFERENCE_SHOWN
                    && loss.verdict() == PairedMetric.Verdict.NO_DIFFERENCE_SHOWN;
            if (within
                    && auc.difference().known().orElseThrow() < 0
                    && loss.difference().known().orElseThrow() > 0) {
                nominally++;
                assertThat(found.caution().orElseThrow())
                        .startsWith("On the rows that judge the model, the figures of logistic regression are better")
                        .contains("within chance");
            } else if (within) {
                assertThat(found.caution()).isEmpty();
            }
        }
        assertThat(nominally).isBetween(1, 11);
    }
}
