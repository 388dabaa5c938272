package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.data.RowWeights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankedRowsTest {
    @Test
    void rowsAscendAndKeepTheirLabels() {
        SplittableRandom random = new SplittableRandom(4);
        double[] probabilities = new double[500];
        boolean[] positives = new boolean[500];
        double sumOfLeavers = 0;
        for (int row = 0; row < 500; row++) {
            probabilities[row] = random.nextInt(100) / 100.0;
            positives[row] = random.nextInt(3) == 0;
            sumOfLeavers += positives[row] ? probabilities[row] : 0;
        }

        RankedRows rows = RankedRows.of(probabilities, positives);

        double found = 0;
        for (int rank = 0; rank < rows.size(); rank++) {
            assertThat(rows.probability(rank)).isGreaterThanOrEqualTo(rows.probability(Math.max(0, rank - 1)));
            found += rows.positive(rank) ? rows.probability(rank) : 0;
        }
        assertThat(Math.rint(100 * found)).isEqualTo(Math.rint(100 * sumOfLeavers));
        assertThat(rows.positiveCount() + rows.negativeCount()).isEqualTo(500);
    }

    @Test
    void equalProbabilitiesEndTogether() {
        RankedRows rows =
                RankedRows.of(new double[] {.5, .1, .5, .9, .5}, new boolean[] {true, false, false, true, false});

        assertThat(rows.tieEnd(0)).isEqualTo(1);
        assertThat(rows.tieEnd(1)).isEqualTo(4);
        assertThat(rows.tieEnd(2)).isEqualTo(4);
        assertThat(rows.tieEnd(4)).isEqualTo(5);
    }

    @Test
    void knowsWhetherThereIsAnythingToRank() {
        assertThat(RankedRows.of(new double[] {.5, .1}, new boolean[] {true, true})
                        .oneClass())
                .isTrue();
        assertThat(RankedRows.of(new double[] {.5, .1}, new boolean[] {false, false})
                        .oneClass())
                .isTrue();
        RankedRows both = RankedRows.of(new double[] {.5, .1, .2, .3}, new boolean[] {true, false, false, false});
        assertThat(both.oneClass()).isFalse();
        assertThat(both.baseRate()).isEqualTo(.25);
    }

    /** Among equal probabilities, too, whichever way the rows are ranked. */
    @Test
    void theOrderNamesTheRowOfEachRank() {
        double[] probabilities = {.5, .1, .5, .9, .5, .1};
        boolean[] positives = {true, false, false, true, true, true};
        double[] weights = {1, 2, 3, 4, 5, 6};
        Clusters none = Clusters.none(6);
        Clusters pairs = new Clusters("pairs", new int[] {0, 1, 2, 0, 1, 2});
        for (Clusters clusters : List.of(none, pairs)) {
            for (RowWeights byRow : List.of(RowWeights.EVEN, RowWeights.of(weights))) {
                RankedRows rows = RankedRows.of(probabilities, positives, clusters, byRow);
                int[] order = RankedRows.order(probabilities, positives, clusters, byRow);

                for (int rank = 0; rank < order.length; rank++) {
                    assertThat(rows.probability(rank)).isEqualTo(probabilities[order[rank]]);
                    assertThat(rows.positive(rank)).isEqualTo(positives[order[rank]]);
                    assertThat(rows.weight(rank)).isEqualTo(byRow.even() ? 1 : weights[order[rank]]);
                }
            }
        }
    }
}
