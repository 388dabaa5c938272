package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void farFromTheEndsTheIntervalIsTheSymmetricOne() {
        Interval area = Range.SHARE.about(.6, .001);
        Interval loss = Range.LOSS.about(.4, .001);

        assertThat(area.low()).isCloseTo(.599, within(1e-6));
        assertThat(area.high()).isCloseTo(.601, within(1e-6));
        assertThat(loss.low()).isCloseTo(.399, within(2e-6));
        assertThat(loss.high()).isCloseTo(.401, within(2e-6));
    }

    /** By hand: log(.98 / .02) = 3.8918, its error .05 / (.98 * .02) = 2.5510; and so 1 / (1 + exp(-1.3408)) and 1 / (1 + exp(-6.4428)). */
    @Test
    void nearAnEndItIsThatOfTheLogOdds() {
        Interval area = Range.SHARE.about(.98, .05);

        assertThat(area.low()).isCloseTo(.792621, within(2e-6));
        assertThat(area.high()).isCloseTo(.998411, within(2e-6));
    }

    /** By hand: .01 times exp(-2) and exp(2). */
    @Test
    void aboveOneEndItIsThatOfTheLogarithm() {
        Interval loss = Range.LOSS.about(.01, .02);

        assertThat(loss.low()).isCloseTo(.01 * .1353353, within(1e-8));
        assertThat(loss.high()).isCloseTo(.01 * 7.389056, within(1e-8));
    }

    @Test
    void whateverTheReachTheIntervalStaysWithinAndHoldsTheMean() {
        SplittableRandom random = new SplittableRandom(3);
        for (Range range : new Range[] {Range.SHARE, Range.BALANCE, Range.LOSS, new Range(0, 10)}) {
            for (int i = 0; i < 2_000; i++) {
                double mean = range.low() + random.nextDouble() * (Math.min(range.high(), 5) - range.low());
                double reach = i % 2 == 0 ? 0 : StrictMath.pow(10, random.nextDouble(-20, 6));

                Interval interval = range.about(mean, reach);

                assertThat(interval.low()).isBetween(range.low(), mean);
                assertThat(interval.high()).isBetween(mean, range.high());
            }
        }
    }

    @Test
    void aMeanAtAnEndIsCertain() {
        assertThat(Range.SHARE.about(1, 0)).isEqualTo(new Interval(1, 1));
        assertThat(Range.LOSS.about(0, 0)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void differencesAreCutWhereNoneCanBe() {
        assertThat(Range.SHARE.aboutDifference(.1, .05).low()).isCloseTo(.05, within(1e-12));
        assertThat(Range.SHARE.aboutDifference(.5, 3)).isEqualTo(new Interval(-1, 1));
        assertThat(Range.LOSS.aboutDifference(-2, 3)).isEqualTo(new Interval(-5, 1));
    }

    @Test
    void endsAscend() {
        assertThatThrownBy(() -> new Range(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range: 1.0 to 1.0 (expected: ascending, low finite)");
    }

    @Test
    void everyMetricLiesWithinItsRange() {
        for (int seed = 0; seed < 50; seed++) {
            ScoredRows rows = SimulatedScores.calibrated(20 + seed, seed);
            Metrics metrics = Evaluator.metrics(rows.probabilities(), rows.positives());
            for (Metric metric : Metric.values()) {
                assertThat(metrics.measure(metric).known().orElse(metric.range().low()))
                        .as(metric.key())
                        .isBetween(metric.range().low(), metric.range().high());
            }
        }
    }
}
