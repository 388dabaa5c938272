package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static Curves curves(double[] probabilities, boolean... positives) {
        return CurveSweep.of(RankedRows.of(probabilities, positives));
    }

    @Test
    void everyCornerOfAFewRowsIsThere() {
        Curves curves = curves(new double[] {.9, .7, .7, .2}, true, false, true, false);

        assertThat(curves.roc())
                .containsExactly(
                        new Curves.RocPoint(0, 0),
                        new Curves.RocPoint(0, .5),
                        new Curves.RocPoint(.5, 1),
                        new Curves.RocPoint(1, 1));
        assertThat(curves.precisionRecall())
                .containsExactly(
                        new Curves.PrecisionRecallPoint(.5, 1),
                        new Curves.PrecisionRecallPoint(1, 2 / 3.0),
                        new Curves.PrecisionRecallPoint(1, .5));
        assertThat(curves.gain())
                .containsExactly(
                        new Curves.GainPoint(.25, .5, 2),
                        new Curves.GainPoint(.75, 1, 1 / .75),
                        new Curves.GainPoint(1, 1, 1));
    }

    @Test
    void manyRowsGiveAFewHundredPointsWhoseAreaIsStillThatOfAllRows() {
        ScoredRows rows = SimulatedScores.calibrated(20_000, 4);
        Curves curves = curves(rows.probabilities(), rows.positives());

        for (List<?> points : List.of(curves.roc(), curves.precisionRecall(), curves.gain())) {
            assertThat(points).hasSizeBetween(100, Curves.MOST_POINTS);
        }
        double area = 0;
        for (int i = 1; i < curves.roc().size(); i++) {
            Curves.RocPoint left = curves.roc().get(i - 1);
            Curves.RocPoint right = curves.roc().get(i);
            area += (right.falsePositiveRate() - left.falsePositiveRate())
                    * (right.truePositiveRate() + left.truePositiveRate())
                    / 2;
        }
        assertThat(area)
                .isCloseTo(RocAuc.of(rows.probabilities(), rows.positives()).orElseThrow(), within(5e-4));
        assertThat(curves.roc()).last().isEqualTo(new Curves.RocPoint(1, 1));
        assertThat(curves.gain()).last().isEqualTo(new Curves.GainPoint(1, 1, 1));
    }

    @Test
    void rareLeaversDoNotCostTheCurveItsBeginning() {
        double[] probabilities = new double[10_000];
        boolean[] positives = new boolean[10_000];
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = row / 10_000.0;
            positives[row] = row >= 9_990;
        }
        Curves curves = curves(probabilities, positives);

        assertThat(curves.roc()).contains(new Curves.RocPoint(0, .5), new Curves.RocPoint(0, 1));
        assertThat(curves.precisionRecall()).contains(new Curves.PrecisionRecallPoint(1, 1));
    }

    @Test
    void oneClassHasNoCurve() {
        Curves curves = Evaluator.evaluate(
                        new ScoredRows(new double[] {.2, .3}, new boolean[2], Map.of()), new EvaluationSettings(1, 100))
                .curves();

        assertThat(curves).isEqualTo(new Curves(List.of(), List.of(), List.of()));
    }
}
