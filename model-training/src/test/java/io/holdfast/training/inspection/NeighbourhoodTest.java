package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    @Test
    void theNearestStandFirst() {
        SimulatedTables simulated = new SimulatedTables(1);
        int[] distances =
                IntStream.range(0, 500).map(row -> simulated.below(300)).toArray();

        Neighbourhood near = Comparison.around(distances, new int[500], 10, 7);

        int[] expected = IntStream.range(0, 500)
                .filter(row -> row != 7)
                .map(row -> distances[row])
                .sorted()
                .limit(Neighbourhood.FAR)
                .toArray();
        assertThat(near.distances()).containsExactly(expected);
        for (int place = 0; place < Neighbourhood.FAR; place++) {
            assertThat(distances[near.rows()[place]]).isEqualTo(expected[place]);
        }
        assertThat(near.rows()).doesNotContain(7).doesNotHaveDuplicates();
    }

    @Test
    void countsOfDifferingColumnsAscend() {
        int[] differing = new int[100];
        Arrays.fill(differing, 9);
        differing[3] = 0;
        differing[50] = 2;
        differing[51] = 2;

        Neighbourhood near = Comparison.around(new int[100], differing, 10, 3);

        assertThat(Arrays.copyOf(near.differing(), 4)).containsExactly(2, 2, 9, 9);
        assertThat(near.beforeColumnGap()).isEqualTo(2);
    }

    @Test
    void aGapComesWhereTheNextIsTwiceAsFar() {
        assertThat(Neighbourhood.beforeGap(new int[] {10, 20, 30, 40}, 4)).isEqualTo(1);
        assertThat(Neighbourhood.beforeGap(new int[] {11, 20, 30, 40}, 4)).isZero();
        assertThat(Neighbourhood.beforeGap(new int[] {1, 2, 3, 6, 7}, 5)).isEqualTo(3);
        assertThat(Neighbourhood.beforeGap(new int[] {0, 0, 0, 1, 1}, 5)).isEqualTo(3);
    }

    @Test
    void equalRowsAloneAreNoGap() {
        assertThat(Neighbourhood.beforeGap(new int[] {0, 0, 0}, 3)).isZero();
        assertThat(Neighbourhood.beforeGap(new int[] {5, 5, 5}, 3)).isZero();
    }

    @Test
    void columnsThatDifferMustBeFewBeforeTheirGap() {
        assertThat(differing(2, 4, 4).beforeColumnGap()).isEqualTo(1);
        assertThat(differing(2, 3, 5).beforeColumnGap()).isZero();
        assertThat(differing(3, 5, 5).beforeColumnGap()).isZero();
        assertThat(differing(0, 1, 3).beforeColumnGap()).isEqualTo(2);
    }

    /** The lowest counts; all others are equal to the last. */
    private static Neighbourhood differing(int... lowest) {
        int[] differing = new int[Neighbourhood.NEAR];
        for (int i = 0; i < differing.length; i++) {
            differing[i] = lowest[Math.min(i, lowest.length - 1)];
        }
        return new Neighbourhood(new int[Neighbourhood.FAR], new int[Neighbourhood.FAR], differing);
    }

    @Test
    void theChanceOfAGapIsThatOfRowsStrewnEvenly() {
        SimulatedTables simulated = new SimulatedTables(2);
        for (int dimension = 2; dimension <= 4; dimension++) {
            double chance = 0;
            double gaps = 0;
            int trials = 400;
            for (int trial = 0; trial < trials; trial++) {
                Neighbourhood near = strewn(simulated, dimension);
                chance += near.chanceOfGap() / trials;
                gaps += near.beforeGap() > 0 ? 1.0 / trials : 0;
            }
            assertThat(chance).as(dimension + " dimensions").isCloseTo(gaps, within(.07));
        }
    }

    /** Distances from the middle of a cube, by the largest coordinate. */
    private static Neighbourhood strewn(SimulatedTables simulated, int dimension) {
        int[] distances = IntStream.range(0, 2000)
                .map(row -> (int) (1_000_000
                        * IntStream.range(0, dimension)
                                .mapToDouble(c -> Math.abs(simulated.uniform() - .5))
                                .max()
                                .orElseThrow()))
                .toArray();
        return Comparison.around(distances, new int[2000], dimension, -1);
    }

    @Test
    void whereManyRowsAreEqualNoGapIsToBeExpected() {
        int[] distances = new int[200];
        Arrays.fill(distances, 100, 200, 5);

        assertThat(Comparison.around(distances, new int[200], 5, 0).chanceOfGap())
                .isZero();
        Arrays.fill(distances, 5);
        assertThat(Comparison.around(distances, new int[200], 5, 0).chanceOfGap())
                .isZero();
    }
}
