package io.holdfast.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
    private static void assertCounts(double[] numbers, double... asked) {
        Arrays.sort(numbers);
        Ranks ranks = new Ranks(numbers);
        assertThat(ranks.size()).isEqualTo(numbers.length);
        for (double number : asked) {
            assertThat((long) ranks.below(number))
                    .as("numbers below %s", number)
                    .isEqualTo(
                            Arrays.stream(numbers).filter(one -> one < number).count());
        }
        for (double number : numbers) {
            assertCount(ranks, numbers, number);
            assertCount(ranks, numbers, Math.nextUp(number));
            assertCount(ranks, numbers, Math.nextDown(number));
        }
    }

    private static void assertCount(Ranks ranks, double[] numbers, double number) {
        int expected = 0;
        while (expected < numbers.length && numbers[expected] < number) {
            expected++;
        }
        assertThat(ranks.below(number)).as("numbers below %s", number).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 400, 1001})
    void countsWhatIsSmaller(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] logOdds = new double[size];
        Arrays.setAll(logOdds, i -> 8 * random.nextDouble() - 6);

        assertCounts(logOdds, -1e300, -6, 0, 2, 1e300);
    }

    @Test
    void numbersMayComeAgain() {
        SplittableRandom random = new SplittableRandom(1);
        double[] few = new double[500];
        Arrays.setAll(few, i -> random.nextInt(7) / 3.0);

        assertCounts(few, 0.5, 1, 2.5);
    }

    @Test
    void numbersMayAllBeTheSameOrHardlyDiffer() {
        assertCounts(new double[] {-1.5}, -2, -1.5, 0);
        assertCounts(new double[] {3, 3, 3}, 2, 3, 4);
        assertCounts(new double[] {1, Math.nextUp(1.0)}, 0, 2);
        assertCounts(new double[] {0, Double.MIN_VALUE, 2 * Double.MIN_VALUE}, -1, 1);
        assertCounts(new double[] {-0.0, 0.0}, -0.0, 0.0);
    }

    @Test
    void numbersMayLieFarApart() {
        assertCounts(new double[] {-Double.MAX_VALUE, -1, 0, 1, Double.MAX_VALUE}, -1e308, 0.5, 1e308);
        assertCounts(new double[] {-40, -1, -0.999, -0.998, -0.997, 1e9}, -39, 0, 1e8);
    }
}
