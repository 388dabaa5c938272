package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void equalValuesShareTheirMeanRank() {
        Ranks ranks = Ranks.of(new double[] {3, 1, 3, Double.NaN, 2});

        assertThat(ranks.distinct()).isEqualTo(3);
        assertThat(ranks.code(Double.NaN)).isZero();
        // Mean ranks 1/8, 3/8 and 6/8 of four values.
        assertThat(ranks.code(1)).isEqualTo(1 + Math.round(65534 / 8f));
        assertThat(ranks.code(2)).isEqualTo(1 + Math.round(65534 * 3 / 8f));
        assertThat(ranks.code(3)).isEqualTo(1 + Math.round(65534 * 6 / 8f));
    }

    @Test
    void zeroHasNoSign() {
        Ranks ranks = Ranks.of(new double[] {-0.0, 0.0, 1});

        assertThat(ranks.distinct()).isEqualTo(2);
        assertThat(ranks.code(-0.0)).isEqualTo(ranks.code(0.0));
    }

    @Test
    void countedValuesHaveTheRanksOfTheirRows() {
        Ranks rows = Ranks.of(new double[] {3, 1, 3, Double.NaN, 2, -0.0, 0.0, 3});

        Ranks counted = Ranks.of(new double[] {3, Double.NaN, -0.0, 1, 2, 0.0}, new int[] {3, 1, 1, 1, 1, 1});

        assertThat(counted.distinct()).isEqualTo(rows.distinct());
        for (double value : new double[] {0, 1, 2, 3, Double.NaN}) {
            assertThat(counted.code(value)).isEqualTo(rows.code(value));
        }
    }
}
