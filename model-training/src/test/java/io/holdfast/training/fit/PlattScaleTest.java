package io.holdfast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScaleTest {
    @Test
    void findsTheLineThatTheLabelsWereDrawnFrom() {
        SplittableRandom random = new SplittableRandom(1);
        double[] scores = new double[20_000];
        boolean[] left = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1000 + 50 * random.nextDouble();
            left[i] = random.nextDouble() < 1 / (1 + Math.exp(-(scores[i] - 1025) / 10));
        }

        double[] said = PlattScale.fit(scores, left).probabilities(new double[] {1015, 1025, 1035});

        assertThat(said[0]).isCloseTo(1 / (1 + Math.E), within(.02));
        assertThat(said[1]).isCloseTo(.5, within(.02));
        assertThat(said[2]).isCloseTo(1 / (1 + 1 / Math.E), within(.02));
    }

    @Test
    void aScoreThatRanksTheWrongWayRoundSaysTheBaseRate() {
        double[] scores = new double[1000];
        boolean[] left = new boolean[1000];
        Arrays.setAll(scores, i -> -i);
        for (int i = 0; i < left.length; i++) {
            left[i] = i >= 750;
        }

        double[] said = PlattScale.fit(scores, left).probabilities(new double[] {-1000, 0});
        assertThat(said[0]).isCloseTo(.25, within(1e-6));
        assertThat(said[1]).isCloseTo(.25, within(1e-6));
    }

    @Test
    void aScoreThatNeverVariesSaysTheBaseRate() {
        boolean[] left = {true, false, false, false};

        assertThat(PlattScale.fit(new double[] {3, 3, 3, 3}, left).probabilities(new double[] {3})[0])
                .isCloseTo(.25, within(1e-6));
    }
}
