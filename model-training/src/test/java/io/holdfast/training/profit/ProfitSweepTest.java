package io.holdfast.training.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.data.RowWeights;
import org.junit.jupiter.api.Test;

class ProfitSweepTest {
    private static final double[] SAID = {.9, .7, .7, .2};
    private static final boolean[] LEFT = {true, true, false, false};

    /** A contact of somebody who leaves brings 10, of anybody else it costs 2. */
    private static CostedRanking ranking(RowWeights weights) {
        return new CostedRanking(
                SAID, LEFT, new DecisionCosts(new double[] {0, 0, 2, 2}, new double[] {10, 10, 0, 0}), weights);
    }

    @Test
    void whoTieAtTheCutCountInProportion() {
        ProfitSweep sweep = ranking(RowWeights.EVEN).sweep();

        assertThat(sweep.profitOf(1)).isEqualTo(10);
        assertThat(sweep.profitOf(2)).isEqualTo(14);
        assertThat(sweep.leaversOf(2)).isEqualTo(1.5);
        assertThat(sweep.profitOf(4)).isEqualTo(sweep.everybody()).isEqualTo(16);
    }

    /** Whole customers of a whole weight may be a little more than it, and who stands last need not be drawn. */
    @Test
    void allAreContactedWhereMoreAreAskedForThanThereAre() {
        ProfitSweep sweep = ranking(RowWeights.of(new double[] {1, 2, 3, 2})).sweep(new int[] {1, 2, 1, 0});

        assertThat(sweep.customers()).isCloseTo(4, within(1e-12));
        assertThat(sweep.profitOf(4.4)).isEqualTo(sweep.everybody());
        assertThat(sweep.leaversOf(4.4)).isCloseTo(2.5, within(1e-12));
    }
}
