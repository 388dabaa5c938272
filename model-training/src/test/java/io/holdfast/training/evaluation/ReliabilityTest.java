package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {
    @Test
    void binsHoldAllRowsInEqualParts() {
        ScoredRows rows = SimulatedScores.calibrated(1003, 1);

        List<ReliabilityCurve.Bin> bins =
                curve(rows.probabilities(), rows.positives()).bins();

        assertThat(bins).hasSize(10).allSatisfy(bin -> assertThat(bin.rows()).isBetween(100L, 101L));
        assertThat(bins.stream().mapToLong(ReliabilityCurve.Bin::rows).sum()).isEqualTo(1003);
        assertThat(bins).extracting(ReliabilityCurve.Bin::meanProbability).isSorted();
        assertThat(bins)
                .allSatisfy(bin ->
                        assertThat(bin.interval().covers(bin.observedRate())).isTrue());
    }

    @Test
    void rowsOfOneProbabilityStayTogether() {
        double[] probabilities = new double[100];
        Arrays.fill(probabilities, 0, 55, .1);
        Arrays.fill(probabilities, 55, 60, .2);
        Arrays.fill(probabilities, 60, 100, .3);

        List<ReliabilityCurve.Bin> bins = curve(probabilities, new boolean[100]).bins();

        assertThat(bins).extracting(ReliabilityCurve.Bin::rows).containsExactly(55L, 5L, 40L);
    }

    @Test
    void fewRowsMakeFewBins() {
        assertThat(curve(new double[] {.1, .2, .3}, new boolean[3]).bins()).hasSize(3);
    }

    @Test
    void aModelThatKnowsMakesNoErrorByChance() {
        assertThat(curve(new double[] {0, 0, 1, 1}, new boolean[] {false, false, true, true})
                        .eceIfCalibrated())
                .isZero();
    }

    @Test
    void chanceErrorShrinksWithTheRootOfTheRows() {
        ScoredRows few = SimulatedScores.calibrated(1000, 1);
        ScoredRows many = SimulatedScores.calibrated(100_000, 1);

        double ratio = curve(few.probabilities(), few.positives()).eceIfCalibrated()
                / curve(many.probabilities(), many.positives()).eceIfCalibrated();

        assertThat(ratio).isCloseTo(10, within(.5));
    }

    /** SciPy 1.17.1: {@code binomtest(k, n).proportion_ci(.95, method='wilson')}. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 0.27753279986288926",
        "3, 10, 0.10779126740630102, 0.6032218525388546",
        "10, 10, 0.7224672001371109, 1.0",
        "26, 98, 0.1879572417312273, 0.36036030465241875",
        "1869, 7043, 0.25518811288450727, 0.2758074374889079"
    })
    void intervalsOfRatesAgreeWithSciPy(int positives, int rows, double low, double high) {
        Interval interval = Reliability.rate(rows, positives);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    private static ReliabilityCurve curve(double[] probabilities, boolean[] positives) {
        return Reliability.of(RankedRows.of(probabilities, positives));
    }
}
