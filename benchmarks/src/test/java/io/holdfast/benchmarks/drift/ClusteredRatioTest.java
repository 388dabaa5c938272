package io.holdfast.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClusteredRatioTest {
    /** Two households, by hand: 3 of 4 and 1 of 4, so each is off 1/2 by one in 8. */
    @Test
    void theIntervalIsThatOfTheDeltaMethodOverClusters() {
        ClusteredRatio ratio = new ClusteredRatio();
        ratio.add(1, 1, 3);
        ratio.add(1, 2, 1);
        ratio.add(2, 1, 4);

        assertThat(ratio.value()).isEqualTo(0.5);
        assertThat(ratio.high() - ratio.value()).isCloseTo(1.959964 * Math.sqrt(2.0 / 64), within(1e-12));
        assertThat(ratio.value() - ratio.low()).isCloseTo(1.959964 * Math.sqrt(2.0 / 64), within(1e-12));
    }

    @Test
    void aRatioOverItselfIsOneWithoutDoubt() {
        ClusteredRatio ratio = new ClusteredRatio();
        ratio.add(1, 3, 4);
        ratio.add(2, 1, 4);

        assertThat(ratio.over(ratio)).containsExactly(1, 1, 1);
    }

    /** By hand: the relative pulls of the first are 1/4 and -1/4, those of the other 0. */
    @Test
    void aQuotientIsAsDoubtfulAsItsPartsWhereTheyDoNotMoveTogether() {
        ClusteredRatio ratio = new ClusteredRatio();
        ratio.add(1, 3, 4);
        ratio.add(2, 1, 4);
        ClusteredRatio even = new ClusteredRatio();
        even.add(1, 1, 1);
        even.add(3, 1, 1);

        double[] over = ratio.over(even);

        assertThat(over[0]).isEqualTo(0.5);
        assertThat(over[2] - over[0]).isCloseTo(1.959964 * 0.5 * Math.sqrt(2.0 / 16), within(1e-12));
    }
}
