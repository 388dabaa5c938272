package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(1, 200);

    @Test
    void orderOfRowsDoesNotMatter() {
        ScoredRows rows = SimulatedScores.calibrated(2000, 1);

        assertThat(Evaluator.evaluate(SimulatedScores.shuffled(rows, 2), QUICK))
                .isEqualTo(Evaluator.evaluate(rows, QUICK));
    }

    @Test
    void theSeedMovesIntervalsAndNothingElse() {
        ScoredRows rows = SimulatedScores.calibrated(500, 1);

        ChurnEvaluation one = Evaluator.evaluate(rows, QUICK);
        ChurnEvaluation other = Evaluator.evaluate(rows, QUICK.withSeed(2));

        assertThat(other.model().measure(Metric.ROC_AUC).known())
                .isEqualTo(one.model().measure(Metric.ROC_AUC).known());
        assertThat(other.model().measure(Metric.ROC_AUC))
                .isNotEqualTo(one.model().measure(Metric.ROC_AUC));
        assertThat(other.reliability()).isEqualTo(one.reliability());
    }

    @Test
    void jsonReadsBackAsTheSame() {
        ScoredRows rows = SimulatedScores.grouped(SimulatedScores.calibrated(400, 3), "female", "0", "1", "");
        ChurnEvaluation evaluation = Evaluator.evaluate(rows, QUICK);

        byte[] json = StrictJson.write(evaluation);

        assertThat(StrictJson.read("evaluation.json", json, ChurnEvaluation.class))
                .isEqualTo(evaluation);
        assertThat(evaluation.intervals().effectiveRows()).isEqualTo(400);
    }

    @Test
    void oneClassLeavesRankingUndefinedAndTheRestKnown() {
        boolean[] nobodyLeft = new boolean[50];
        double[] probabilities = new double[50];
        Arrays.fill(probabilities, 0.1);
        ChurnEvaluation evaluation = Evaluator.evaluate(new ScoredRows(probabilities, nobodyLeft, Map.of()), QUICK);

        Metrics model = evaluation.model();
        assertThat(List.of(
                        model.measure(Metric.ROC_AUC),
                        model.measure(Metric.PR_AUC),
                        model.measure(Metric.TOP_DECILE_LIFT)))
                .containsOnly(new Measure.Undefined("one class only"));
        assertThat(model.measure(Metric.BRIER).known().getAsDouble()).isCloseTo(0.01, within(1e-15));
        assertThat(evaluation.baseline().measure(Metric.ROC_AUC)).isInstanceOf(Measure.Undefined.class);
        assertThat(evaluation.lift().points())
                .allSatisfy(point -> assertThat(point.lift()).isInstanceOf(Measure.Undefined.class));
        String json = new String(StrictJson.write(evaluation), StandardCharsets.UTF_8);
        assertThat(json).contains("\"undefined\"").doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void oneRowIsEvaluatedWithoutAnInterval() {
        ChurnEvaluation evaluation =
                Evaluator.evaluate(new ScoredRows(new double[] {0.25}, new boolean[] {true}, Map.of()), QUICK);

        assertThat(evaluation.model().measure(Metric.BRIER)).isEqualTo(new Measure.Point(0.5625));
        assertThat(evaluation.model().measure(Metric.ROC_AUC)).isInstanceOf(Measure.Undefined.class);
        assertThat(evaluation.intervals().resamples()).isZero();
        assertThat(evaluation.reliability().bins()).singleElement().satisfies(bin -> {
            assertThat(bin.rows()).isEqualTo(1);
            assertThat(bin.observedRate()).isEqualTo(1);
        });
    }

    @Test
    void aModelOfTheBaseRateIsItsOwnBaseline() {
        boolean[] positives = SimulatedScores.calibrated(1000, 5).positives();
        double[] constant = new double[positives.length];
        Arrays.fill(constant, RankedRows.of(constant, positives).baseRate());

        ChurnEvaluation evaluation = Evaluator.evaluate(new ScoredRows(constant, positives, Map.of()), QUICK);

        assertThat(Metric.values())
                .allSatisfy(metric -> assertThat(
                                evaluation.model().measure(metric).known().orElseThrow())
                        .isCloseTo(evaluation.baseline().measure(metric).known().orElseThrow(), within(1e-12)));
        assertThat(evaluation.reliability().bins()).hasSize(1);
    }

    @Test
    void aPerfectRankingFindsAllLeaversFirst() {
        double[] probabilities = new double[100];
        boolean[] positives = new boolean[100];
        for (int row = 0; row < 100; row++) {
            probabilities[row] = row / 100.0;
            positives[row] = row >= 80;
        }
        ChurnEvaluation evaluation = Evaluator.evaluate(new ScoredRows(probabilities, positives, Map.of()), QUICK);

        assertThat(evaluation.model().measure(Metric.ROC_AUC).known()).hasValue(1);
        assertThat(evaluation.model().measure(Metric.PR_AUC).known()).hasValue(1);
        assertThat(evaluation.model().measure(Metric.TOP_DECILE_LIFT).known()).hasValue(5);
        LiftCurve.Point fifth = evaluation.lift().points().stream()
                .filter(point -> point.share() == .2)
                .findFirst()
                .orElseThrow();
        assertThat(fifth.customers()).isEqualTo(20);
        assertThat(fifth.captured().known()).hasValue(1);
    }

    @Test
    void rowsThatTieAtTheCutCountInProportion() {
        double[] probabilities = {.9, .5, .5, .5, .5, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1};
        boolean[] positives = new boolean[20];
        positives[0] = true;
        positives[3] = true;

        ChurnEvaluation evaluation = Evaluator.evaluate(new ScoredRows(probabilities, positives, Map.of()), QUICK);

        // Two customers: the first surely, and one of four by lot, one of whom leaves.
        assertThat(evaluation.model().measure(Metric.TOP_DECILE_LIFT).known()).hasValue((1 + 0.25) / 2 / (2 / 20.0));
    }

    @Test
    void theWholeListHasNoLiftAndHoldsEveryLeaver() {
        LiftCurve curve =
                Evaluator.evaluate(SimulatedScores.calibrated(333, 8), QUICK).lift();

        LiftCurve.Point last = curve.points().get(curve.points().size() - 1);
        assertThat(last.customers()).isEqualTo(333);
        assertThat(last.lift().known()).hasValue(1);
        assertThat(last.captured().known()).hasValue(1);
        assertThat(curve.points())
                .extracting(point -> point.captured().known().orElseThrow())
                .isSorted();
    }

    @Test
    void manyRowsAreDrawnLessOftenAndTheEvaluationSaysSo() {
        assertThat(Bootstrap.resamples(1_000, 1000)).isEqualTo(1000);
        assertThat(Bootstrap.resamples(1_000_000, 1000)).isEqualTo(200);
        assertThat(Bootstrap.resamples(100_000_000, 1000)).isEqualTo(100);
        assertThat(Evaluator.evaluate(SimulatedScores.calibrated(100, 1), QUICK)
                        .intervals()
                        .resamples())
                .isEqualTo(200);
    }
}
