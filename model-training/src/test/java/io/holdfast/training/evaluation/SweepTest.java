package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Test
    void aWeightIsAsManyRows() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 50; trial++) {
            int size = 5 + random.nextInt(60);
            double[] probabilities = new double[size];
            boolean[] positives = new boolean[size];
            for (int row = 0; row < size; row++) {
                probabilities[row] = random.nextInt(20) / 20.0;
                positives[row] = random.nextBoolean();
            }
            RankedRows rows = RankedRows.of(probabilities, positives);
            int[] weights = new int[size];
            for (int rank = 0; rank < size; rank++) {
                weights[rank] = random.nextInt(4);
            }
            weights[0] = 1;

            Statistics weighted = new Sweep(rows).over(weights);

            assertSame(weighted, ones(repeated(rows, weights)));
        }
    }

    private static RankedRows repeated(RankedRows rows, int[] weights) {
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> positives = new ArrayList<>();
        for (int rank = 0; rank < weights.length; rank++) {
            for (int i = 0; i < weights[rank]; i++) {
                probabilities.add(rows.probability(rank));
                positives.add(rows.positive(rank));
            }
        }
        boolean[] labels = new boolean[positives.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = positives.get(row);
        }
        return RankedRows.of(
                probabilities.stream().mapToDouble(Double::doubleValue).toArray(), labels);
    }

    private static Statistics ones(RankedRows rows) {
        return new Sweep(rows).once();
    }

    private static void assertSame(Statistics found, Statistics expected) {
        for (Metric metric : Metric.values()) {
            assertSame(found.value(metric), expected.value(metric), metric.key());
        }
        for (int share = 0; share < Shares.count(); share++) {
            assertSame(found.captured().get(share), expected.captured().get(share), "captured " + share);
            assertSame(found.lift().get(share), expected.lift().get(share), "lift " + share);
        }
    }

    private static void assertSame(double found, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(found).as(what).isNaN();
        } else {
            assertThat(found).as(what).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void aSweepLeavesNothingForTheNext() {
        ScoredRows rows = SimulatedScores.calibrated(300, 2);
        Sweep sweep = new Sweep(RankedRows.of(rows.probabilities(), rows.positives()));
        Statistics first = sweep.once();
        int[] thrice = new int[300];
        thrice[5] = 300;
        sweep.over(thrice);

        assertThat(sweep.once()).isEqualTo(first);
    }

    @Test
    void oneClassHasNoRankingAndYetLosses() {
        Statistics result = ones(RankedRows.of(new double[] {.2, .4}, new boolean[] {true, true}));

        assertThat(Metric.values())
                .allSatisfy(metric ->
                        assertThat(Double.isNaN(result.value(metric))).isEqualTo(metric.kind() == Kind.RANKING));
        assertThat(result.captured().get(0)).isNaN();
        assertThat(result.value(Metric.BRIER)).isCloseTo((.64 + .36) / 2, within(1e-15));
        assertThat(result.value(Metric.CALIBRATION_GAP)).isCloseTo(.3 - 1, within(1e-15));
    }

    @Test
    void certaintyThatIsWrongCostsMuchButNotEverything() {
        assertThat(LogLoss.of(0, true)).isCloseTo(36.04365338911715, within(1e-12));
        assertThat(LogLoss.of(1, false)).isCloseTo(36.04365338911715, within(1e-12));
        assertThat(LogLoss.of(0, false)).isBetween(0.0, 1e-15);
        assertThat(LogLoss.of(.25, true)).isCloseTo(1.3862943611198906, within(1e-15));
        assertThat(LogLoss.of(.25, false)).isCloseTo(0.2876820724517809, within(1e-15));
    }

    @Test
    void aShareOfTheListIsRoundedUp() {
        assertThat(Shares.customers(.1, 1000)).isEqualTo(100);
        assertThat(Shares.customers(.1, 1001)).isEqualTo(101);
        assertThat(Shares.customers(.3, 10)).isEqualTo(3);
        assertThat(Shares.customers(.7, 10)).isEqualTo(7);
        assertThat(Shares.customers(.01, 5)).isEqualTo(1);
        assertThat(Shares.customers(1, 7)).isEqualTo(7);
    }

    @Test
    void sharesAscendToTheWholeList() {
        double before = 0;
        for (int share = 0; share < Shares.count(); share++) {
            assertThat(Shares.at(share)).isGreaterThan(before);
            before = Shares.at(share);
        }
        assertThat(before).isEqualTo(1);
        assertThat(Shares.at(Shares.TOP_DECILE)).isEqualTo(.1);
    }
}
