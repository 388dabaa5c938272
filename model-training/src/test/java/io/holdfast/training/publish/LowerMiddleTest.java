package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerMiddleTest {
    private static final double[] ODD = {0.0, -0.0, Double.NaN, -1e300, 1e300, Double.MIN_VALUE, -7, 3};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100, 101, 5000})
    void isTheOneInTheMiddleOfTheSortedValues(int size) {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = random.doubles(size)
                    .map(drawn -> drawn < .3 ? ODD[(int) (drawn / .3 * ODD.length)] : Math.rint(200 * drawn - 100) / 8)
                    .toArray();
            double[] sorted = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double middle = sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
            int[] rows = IntStream.range(0, size).toArray();

            assertSame(LowerMiddle.of(row -> values[row], rows), middle);

            double[] distinct = Arrays.stream(values).distinct().toArray();
            int[] held = Arrays.stream(distinct)
                    .mapToInt(one -> (int) Arrays.stream(values)
                            .filter(value -> Double.compare(value, one) == 0)
                            .count())
                    .toArray();
            assertSame(LowerMiddle.of(distinct, held), middle);
        }
    }

    /** Bit by bit: -0.0 is not 0.0 here. */
    private static void assertSame(double found, double expected) {
        assertThat(Double.doubleToLongBits(found)).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Test
    void minusZeroStandsBeforeZero() {
        double[] values = {0.0, -0.0, 0.0, -0.0};
        int[] rows = {0, 1, 2, 3};

        assertSame(LowerMiddle.of(row -> values[row], rows), -0.0);
        assertSame(LowerMiddle.of(row -> values[row], new int[] {0, 1, 2}), 0.0);
        assertSame(LowerMiddle.of(new double[] {0.0, -0.0}, new int[] {2, 2}), -0.0);
        assertSame(LowerMiddle.of(new double[] {0.0, -0.0}, new int[] {2, 1}), 0.0);
    }

    @Test
    void looksAtTheRowsGivenAndNoOther() {
        double[] values = {5, 1, Double.NaN, 9, 2};

        assertThat(LowerMiddle.of(row -> values[row], new int[] {0, 2, 3, 4})).isEqualTo(5);
        assertThat(LowerMiddle.of(row -> values[row], new int[] {2})).isNaN();
        assertThat(LowerMiddle.of(values, new int[] {0, 0, 4, 1, 0})).isEqualTo(9);
        assertThat(LowerMiddle.of(values, new int[5])).isNaN();
    }
}
