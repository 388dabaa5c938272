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

    @Test
    void aWalkInTheMemoryOfAnotherFindsTheSame() {
        CostedRanking ranking = ranking(RowWeights.of(new double[] {1, 2, 3, 2}));
        ProfitSweep fresh = ranking.sweep(new int[] {0, 3, 1, 0});
        ProfitSweep again = ranking.sweep(new int[] {0, 3, 1, 0}, ranking.sweep(new int[] {4, 0, 0, 2}));

        assertThat(again.perfect()).isEqualTo(fresh.perfect());
        for (int corner = 0; corner < fresh.corners(); corner++) {
            assertThat(again.contacted(corner)).isEqualTo(fresh.contacted(corner));
            assertThat(again.leavers(corner)).isEqualTo(fresh.leavers(corner));
            assertThat(again.profit(corner)).isEqualTo(fresh.profit(corner));
        }
    }
}
