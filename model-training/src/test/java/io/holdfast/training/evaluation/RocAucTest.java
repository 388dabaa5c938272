package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocAucTest {
    @Test
    void isTheShareOfPairsInOrderTiesCountingHalf() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 2 + random.nextInt(40);
            double[] scores = new double[rows];
            boolean[] positives = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                scores[row] = random.nextInt(-3, 4);
                positives[row] = random.nextBoolean();
            }
            positives[0] = true;
            positives[1] = false;

            assertThat(RocAuc.of(scores, positives).orElseThrow()).isCloseTo(byPairs(scores, positives), within(1e-15));
        }
    }

    private static double byPairs(double[] scores, boolean[] positives) {
        double inOrder = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positives[i] && !positives[j]) {
                    pairs++;
                    inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
                }
            }
        }
        return inOrder / pairs;
    }

    @Test
    void isEmptyForOneClass() {
        assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {true, true})).isEmpty();
    }

    @Test
    void zeroHasNoSign() {
        assertThat(RocAuc.of(new double[] {-0.0, 0.0}, new boolean[] {true, false}))
                .hasValue(.5);
    }
}
