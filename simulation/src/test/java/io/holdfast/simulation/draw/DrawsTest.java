package io.holdfast.simulation.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 100_000;

    private final Draws draws = Draws.of(1);

    @Test
    void aDrawDoesNotDependOnThoseBeforeIt() {
        double alone = Draws.of(1).at(5).uniform(Purpose.LEAVE, 3);
        Draws other = Draws.of(1).at(5);
        other.normal(Purpose.TRAIT, 0);
        other.poisson(3, Purpose.ACTIVITY, 1);

        assertThat(other.uniform(Purpose.LEAVE, 3)).isEqualTo(alone);
    }

    @Test
    void seedPartPurposeAndIndexEachMakeAnotherDraw() {
        assertThat(new double[] {
                    draws.uniform(Purpose.TRAIT),
                    draws.uniform(Purpose.JOIN),
                    draws.uniform(Purpose.TRAIT, 1),
                    draws.at(0).uniform(Purpose.TRAIT),
                    draws.at(-1).uniform(Purpose.TRAIT),
                    Draws.of(2).uniform(Purpose.TRAIT)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void uniformDrawsFillTheInterval() {
        double[] values = IntStream.range(0, MANY)
                .mapToDouble(at -> draws.at(at).uniform(Purpose.TRAIT))
                .toArray();

        assertThat(mean(values)).isCloseTo(0.5, within(0.004));
        assertThat(variance(values)).isCloseTo(1.0 / 12, within(0.002));
        assertThat(Arrays.stream(values)).allMatch(value -> value > 0 && value < 1);
    }

    @Test
    void neighbouringCustomersHaveNothingInCommon() {
        double[] products = IntStream.range(0, MANY)
                .mapToDouble(at -> (draws.at(at).uniform(Purpose.TRAIT) - 0.5)
                        * (draws.at(at + 1).uniform(Purpose.TRAIT) - 0.5))
                .toArray();

        assertThat(12 * mean(products)).isCloseTo(0, within(0.015));
    }

    @Test
    void normalsAndExponentialsHaveTheirMoments() {
        double[] normal = IntStream.range(0, MANY)
                .mapToDouble(at -> draws.normal(Purpose.TRAIT, at))
                .toArray();
        double[] exponential = IntStream.range(0, MANY)
                .mapToDouble(at -> draws.exponential(Purpose.JOIN, at))
                .toArray();

        assertThat(mean(normal)).isCloseTo(0, within(0.015));
        assertThat(variance(normal)).isCloseTo(1, within(0.02));
        assertThat(mean(exponential)).isCloseTo(1, within(0.015));
        assertThat(variance(exponential)).isCloseTo(1, within(0.04));
    }

    @Test
    void poissonCountsHaveTheirMeanAndGrowWithIt() {
        double[] counts = IntStream.range(0, MANY)
                .mapToDouble(at -> draws.poisson(2.5, Purpose.ACTIVITY, at))
                .toArray();

        assertThat(mean(counts)).isCloseTo(2.5, within(0.025));
        assertThat(variance(counts)).isCloseTo(2.5, within(0.06));
        assertThat(IntStream.range(0, 1000))
                .allMatch(at -> draws.poisson(3, Purpose.ACTIVITY, at) >= draws.poisson(2.5, Purpose.ACTIVITY, at));
        assertThat(draws.poisson(0, Purpose.ACTIVITY, 0)).isZero();
    }

    @Test
    void refusesAMeanThatCannotBe() {
        assertThatThrownBy(() -> draws.poisson(Double.NaN, Purpose.ACTIVITY, 0)).hasMessageContaining("0 to 60");
        assertThatThrownBy(() -> draws.poisson(1000, Purpose.ACTIVITY, 0)).hasMessageContaining("0 to 60");
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(at -> values[at]).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return IntStream.range(0, values.length)
                        .mapToDouble(at -> (values[at] - mean) * (values[at] - mean))
                        .sum()
                / values.length;
    }
}
