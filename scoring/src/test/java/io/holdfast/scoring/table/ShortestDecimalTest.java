package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The reference is {@link NumberText#write}, which leaves the work to Jackson. */
class ShortestDecimalTest {
    private static final int TRIES = 300_000;

    private static String written(double value) {
        byte[] bytes = new byte[ShortestDecimal.MOST_BYTES + 1];
        int end = ShortestDecimal.write(value, bytes, 1);
        return new String(bytes, 1, end - 1, StandardCharsets.US_ASCII);
    }

    private static boolean isWritten(double value) {
        return ShortestDecimal.writes(value) && !NumberText.isWritableWhole(value);
    }

    private static void check(double value) {
        if (isWritten(value)) {
            String expected = NumberText.write(value);
            // A plain comparison first: an assertion a number would take longer than the numbers.
            if (!written(value).equals(expected)) {
                assertThat(written(value)).isEqualTo(expected);
            }
        }
    }

    @Test
    void writesNumbersAsPeopleWouldWriteThem() {
        assertThat(written(0.1)).isEqualTo("0.1");
        assertThat(written(-0.25)).isEqualTo("-0.25");
        assertThat(written(29.85)).isEqualTo("29.85");
        assertThat(written(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(written(0.001)).isEqualTo("0.001");
        assertThat(written(9999999.5)).isEqualTo("9999999.5");
        assertThat(written(Math.PI)).isEqualTo("3.141592653589793");
    }

    @Test
    void knowsItsRange() {
        assertThat(ShortestDecimal.writes(0.001)).isTrue();
        assertThat(ShortestDecimal.writes(Math.nextDown(0.001))).isFalse();
        assertThat(ShortestDecimal.writes(-Math.nextDown(1e7))).isTrue();
        assertThat(ShortestDecimal.writes(1e7)).isFalse();
        assertThat(ShortestDecimal.writes(0)).isFalse();
        assertThat(ShortestDecimal.writes(Double.NaN)).isFalse();
        assertThat(ShortestDecimal.writes(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void agreesOnNumbersBetweenMinusOneAndOne() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TRIES; i++) {
            check(2 * random.nextDouble() - 1);
        }
    }

    @Test
    void agreesOnAllSizesOfItsRange() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < TRIES; i++) {
            int exponent = random.nextInt(-11, 25);
            check(Math.scalb(1 + random.nextDouble(), exponent));
        }
    }

    @Test
    void agreesOnShortNumbers() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < TRIES; i++) {
            double tenths = Math.pow(10, random.nextInt(1, 9));
            check(random.nextInt(100_000_000) / tenths);
        }
    }

    @Test
    void agreesAroundPowersOfTwoAndTen() {
        for (int exponent = -11; exponent <= 24; exponent++) {
            checkAround(Math.scalb(1.0, exponent));
        }
        for (int exponent = -3; exponent <= 7; exponent++) {
            checkAround(Math.pow(10, exponent));
        }
    }

    private static void checkAround(double centre) {
        double below = centre;
        double above = centre;
        for (int i = 0; i < 1000; i++) {
            check(below);
            check(above);
            below = Math.nextDown(below);
            above = Math.nextUp(above);
        }
    }

    @Test
    void readsBackAsTheSameNumber() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(-9, 23));

            assertThat(NumberText.parse(written(value))).isEqualTo(value);
        }
    }
}
