package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.profit.CostBasis;
import io.holdfast.training.profit.DecisionCosts;
import io.holdfast.training.profit.TableCosts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfitEvaluatorTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(1, 200);
    private static final double SAVED = .3 * 190 - 1;
    private static final double WASTED = 11;

    private static ProfitEvaluation assumed(ScoredRows rows) {
        return Evaluator.evaluate(rows, QUICK).profit();
    }

    @Test
    void assumedCostsGiveEveryCut() {
        double[] probabilities = {.9, .8, .8, .1};
        boolean[] positives = {true, true, false, false};

        ProfitEvaluation profit = assumed(new ScoredRows(probabilities, positives, Map.of()));

        assertThat(profit.costs().assumed()).isTrue();
        assertThat(profit.costs().amounts()).allMatch(CostBasis.Amount::assumed);
        assertThat(profit.curve()).extracting(ProfitEvaluation.Point::share).containsExactly(0.0, .25, .75, 1.0);
        assertThat(profit.curve()).extracting(ProfitEvaluation.Point::threshold).containsExactly(1.0, .9, .8, .1);
        double[] expected = {0, SAVED, 2 * SAVED - WASTED, 2 * SAVED - 2 * WASTED};
        for (int i = 0; i < expected.length; i++) {
            assertThat(profit.curve().get(i).profit()).isCloseTo(expected[i], within(1e-9));
        }
        assertThat(profit.best().customers()).isEqualTo(3);
        assertThat(profit.best().threshold()).isEqualTo(.8);
        assertThat(profit.perfect().known().getAsDouble()).isCloseTo(2 * SAVED, within(1e-9));
        assertThat(profit.costOf().nobody()).isEqualTo(400);
        assertThat(profit.costOf().everybody()).isCloseTo(400 - 2 * SAVED + 2 * WASTED, within(1e-9));
    }

    @Test
    void whoTiesAtTheEndOfAShareCountsInProportion() {
        double[] probabilities = new double[20];
        boolean[] positives = new boolean[20];
        positives[3] = true;

        ProfitEvaluation.TopShare tenth = assumed(new ScoredRows(probabilities, positives, Map.of()))
                .top()
                .get(1);

        assertThat(tenth.customers()).isEqualTo(2);
        assertThat(tenth.leavers()).isCloseTo(.1, within(1e-12));
        assertThat(tenth.precision().known().getAsDouble()).isCloseTo(.05, within(1e-12));
        assertThat(tenth.profit().known().getAsDouble()).isCloseTo(.1 * SAVED - 1.9 * WASTED, within(1e-9));
    }

    @Test
    void whereNoContactPaysNobodyIsTheBest() {
        ScoredRows rows = SimulatedScores.calibrated(300, 2);
        double[] ten = new double[300];
        Arrays.fill(ten, 10);
        TableCosts costs =
                new TableCosts(new CostBasis("EUR", false, List.of()), new DecisionCosts(ten, new double[300]));

        ProfitEvaluation profit = Evaluator.evaluate(rows, costs, QUICK).profit();

        assertThat(profit.best().customers()).isZero();
        assertThat(profit.best().threshold()).isEqualTo(1);
        assertThat(profit.best().profit()).isEqualTo(new Measure.Estimated(0, new Interval(0, 0)));
        assertThat(profit.everybody().known()).hasValue(-3000);
    }

    @Test
    void intervalsHoldTheirValuesAndTheBestCutIsOnTheCurve() {
        ProfitEvaluation profit = assumed(SimulatedScores.calibrated(3000, 3));

        for (Measure measure : List.of(
                profit.everybody(),
                profit.perfect(),
                profit.best().profit(),
                profit.best().share(),
                profit.empc())) {
            Measure.Estimated known = (Measure.Estimated) measure;
            assertThat(known.interval().covers(known.value())).isTrue();
            assertThat(known.interval().low()).isLessThan(known.interval().high());
        }
        double best = profit.best().profit().known().orElseThrow();
        assertThat(profit.curve()).hasSizeBetween(100, Curves.MOST_POINTS);
        assertThat(profit.curve().stream()
                        .mapToDouble(ProfitEvaluation.Point::profit)
                        .max())
                .hasValue(best);
        assertThat(best).isLessThan(profit.perfect().known().orElseThrow());
    }

    @Test
    void stepsOfTheThresholdContactWhoeverIsAtOrAboveIt() {
        double[] probabilities = {.8, .4, .4, .1};
        boolean[] positives = {true, true, false, false};

        List<ProfitEvaluation.Step> steps =
                assumed(new ScoredRows(probabilities, positives, Map.of())).byThreshold();

        assertThat(steps).hasSize(51);
        assertThat(steps.get(0).share()).isEqualTo(1);
        assertThat(steps.get(0).profit()).isEqualTo(new Measure.Point(2 * SAVED - 2 * WASTED));
        assertThat(steps.get(25).threshold()).isEqualTo(.4);
        assertThat(steps.get(25).share()).isEqualTo(.75);
        assertThat(steps.get(26).share()).isEqualTo(.25);
        assertThat(steps.get(50).threshold()).isEqualTo(.8);
        assertThat(steps.get(50).profit()).isEqualTo(new Measure.Point(SAVED));
    }

    @Test
    void stepsOfTheShareHoldTheirValueAndBeginWithNobody() {
        ProfitEvaluation profit = assumed(SimulatedScores.calibrated(2000, 3));

        assertThat(profit.band()).hasSize(51);
        assertThat(profit.band().get(0))
                .isEqualTo(new ProfitEvaluation.Step(0, 1, new Measure.Estimated(0, new Interval(0, 0))));
        assertThat(profit.band().get(50).profit()).isEqualTo(profit.everybody());
        assertThat(profit.band().get(5).profit()).isEqualTo(profit.top().get(1).profit());
        for (ProfitEvaluation.Step step : profit.band()) {
            Measure.Estimated known = (Measure.Estimated) step.profit();
            assertThat(known.interval().covers(known.value()))
                    .as("share %s", step.share())
                    .isTrue();
        }
    }

    /** The profit of a fixed threshold is a sum over rows, so its bootstrap interval is the normal one. */
    @Test
    void theBandOfAThresholdIsThatOfASumOverRows() {
        ScoredRows rows = SimulatedScores.calibrated(2000, 7);

        ProfitEvaluation.Step step = Evaluator.evaluate(rows, new EvaluationSettings(1, 1000))
                .profit()
                .byThreshold()
                .get(25);

        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 2000; row++) {
            double gain = rows.probabilities()[row] < step.threshold() ? 0 : rows.positives()[row] ? SAVED : -WASTED;
            sum += gain;
            squares += gain * gain;
        }
        double half = 1.96 * Math.sqrt(squares - sum * sum / 2000);
        Measure.Estimated profit = (Measure.Estimated) step.profit();
        assertThat(profit.value()).isCloseTo(sum, within(1e-6));
        assertThat(profit.interval().low()).isCloseTo(sum - half, within(half / 5));
        assertThat(profit.interval().high()).isCloseTo(sum + half, within(half / 5));
    }

    @Test
    void rowsOfOneCustomerAreDrawnTogether() {
        ScoredRows once = SimulatedScores.calibrated(300, 5);
        double[] probabilities = new double[1200];
        boolean[] positives = new boolean[1200];
        int[] customers = new int[1200];
        for (int row = 0; row < 1200; row++) {
            probabilities[row] = once.probabilities()[row % 300];
            positives[row] = once.positives()[row % 300];
            customers[row] = row % 300;
        }
        ScoredRows repeated = new ScoredRows(probabilities, positives, Map.of(), new Clusters("customers", customers));
        ScoredRows independent = new ScoredRows(probabilities, positives, Map.of());

        assertThat(width(assumed(repeated))).isGreaterThan(1.5 * width(assumed(independent)));
    }

    private static double width(ProfitEvaluation profit) {
        Interval interval = ((Measure.Estimated) profit.best().profit()).interval();
        return interval.high() - interval.low();
    }
}
