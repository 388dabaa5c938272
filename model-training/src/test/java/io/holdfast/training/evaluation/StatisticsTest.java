package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
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

            double[] weighted = new Statistics(rows).of(weights);

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

    private static double[] ones(RankedRows rows) {
        int[] once = new int[rows.size()];
        Arrays.fill(once, 1);
        return new Statistics(rows).of(once);
    }

    private static void assertSame(double[] found, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(found[i]).isNaN();
            } else {
                assertThat(found[i]).as("statistic " + i).isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    @Test
    void aSweepLeavesNothingForTheNext() {
        ScoredRows rows = SimulatedScores.calibrated(300, 2);
        Statistics statistics = new Statistics(RankedRows.of(rows.probabilities(), rows.positives()));
        int[] once = new int[300];
        Arrays.fill(once, 1);
        double[] first = statistics.of(once);
        int[] thrice = new int[300];
        thrice[5] = 300;
        statistics.of(thrice);

        assertThat(statistics.of(once)).containsExactly(first);
    }

    @Test
    void oneClassHasNoRankingAndYetLosses() {
        double[] result = ones(RankedRows.of(new double[] {.2, .4}, new boolean[] {true, true}));

        assertThat(result[Statistic.ROC_AUC.place()]).isNaN();
        assertThat(result[Statistic.PR_AUC.place()]).isNaN();
        assertThat(result[Statistics.captured(0)]).isNaN();
        assertThat(result[Statistic.BRIER.place()]).isCloseTo((.64 + .36) / 2, within(1e-15));
        assertThat(result[Statistic.CALIBRATION_GAP.place()]).isCloseTo(.3 - 1, within(1e-15));
    }

    @Test
    void certaintyThatIsWrongCostsMuchButNotEverything() {
        assertThat(Statistics.logLoss(0, true)).isCloseTo(36.04365338911715, within(1e-12));
        assertThat(Statistics.logLoss(1, false)).isCloseTo(36.04365338911715, within(1e-12));
        assertThat(Statistics.logLoss(0, false)).isBetween(0.0, 1e-15);
        assertThat(Statistics.logLoss(.25, true)).isCloseTo(1.3862943611198906, within(1e-15));
        assertThat(Statistics.logLoss(.25, false)).isCloseTo(0.2876820724517809, within(1e-15));
    }

    @Test
    void aShareOfTheListIsRoundedUp() {
        assertThat(Statistics.customers(.1, 1000)).isEqualTo(100);
        assertThat(Statistics.customers(.1, 1001)).isEqualTo(101);
        assertThat(Statistics.customers(.3, 10)).isEqualTo(3);
        assertThat(Statistics.customers(.7, 10)).isEqualTo(7);
        assertThat(Statistics.customers(.01, 5)).isEqualTo(1);
        assertThat(Statistics.customers(1, 7)).isEqualTo(7);
    }

    @Test
    void sharesAscendToTheWholeList() {
        double before = 0;
        for (int share = 0; share < Statistics.shares(); share++) {
            assertThat(Statistics.share(share)).isGreaterThan(before);
            before = Statistics.share(share);
        }
        assertThat(before).isEqualTo(1);
        assertThat(Statistics.share(Statistics.topDecile())).isEqualTo(.1);
    }

    @Test
    void everyStatisticHasItsPlace() {
        assertThat(Statistic.values()).extracting(Statistic::place).doesNotHaveDuplicates();
        assertThat(Statistics.captured(0)).isEqualTo(Statistic.values().length);
        assertThat(Statistics.count()).isEqualTo(Statistic.values().length + Statistics.shares());
    }
}
