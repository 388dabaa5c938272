package io.holdfast.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {
    private static final double[] ODD = {
        0.0, -0.0, Double.NaN, Double.MIN_VALUE, -Double.MIN_VALUE, 1, -1, 1e300, -1e300, Double.POSITIVE_INFINITY, .1
    };

    /** Either way of counting. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 500, 30_000})
    void isTheOrderOfAStableSort(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] first = new double[size];
        double[] then = new double[size];
        for (int row = 0; row < size; row++) {
            first[row] = random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble() - .5;
            then[row] = random.nextInt(3);
            first[row] = row > 0 && random.nextInt(3) == 0 ? first[random.nextInt(row)] : first[row];
        }
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> first[row]).thenComparingDouble(row -> then[row]))
                .mapToInt(Integer::intValue)
                .toArray();

        int[] rows =
                new RowOrder(size).by(row -> then[row]).by(row -> first[row]).rows();

        assertThat(rows).containsExactly(sorted);
    }

    @Test
    void equalRowsStayAsTheyStand() {
        assertThat(new RowOrder(4).by(row -> row % 2).rows()).containsExactly(0, 2, 1, 3);
        assertThat(new RowOrder(3).by(row -> 7).rows()).containsExactly(0, 1, 2);
    }
}
