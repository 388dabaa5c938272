package io.holdfast.training.additive.trees;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.additive.boosting.LogisticObjective;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeMixTest {
    private static final int ROWS = 2000;

    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] truth = random.doubles(ROWS, -3, 3).toArray();
    private final LogisticObjective objective = objective();

    private LogisticObjective objective() {
        boolean[] left = new boolean[ROWS];
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1);
        for (int row = 0; row < ROWS; row++) {
            left[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(-truth[row]));
        }
        return new LogisticObjective(left, weights);
    }

    private double[] noisy(double noise) {
        return Arrays.stream(truth)
                .map(score -> score + noise * (random.nextDouble() - 0.5))
                .toArray();
    }

    @Test
    void treesThatKnowMoreReplaceTheTables() {
        TreeMix mix = TreeMix.of(objective, noisy(6), truth, 2);

        assertThat(mix.weight()).isEqualTo(1);
        assertThat(mix.z()).isGreaterThan(2);
        assertThat(mix.mix(new double[ROWS], truth)).containsExactly(truth);
    }

    @Test
    void treesThatKnowLessAreNotMixedIn() {
        TreeMix mix = TreeMix.of(objective, truth, noisy(6), 2);
        double[] tables = noisy(1);

        assertThat(mix.weight()).isZero();
        assertThat(mix.mix(tables, truth)).containsExactly(tables);
    }

    @Test
    void aFallOfTheLossThatIsNotSureIsNone() {
        double[] tables = noisy(6);

        assertThat(TreeMix.of(objective, tables, truth, 1000).weight()).isZero();
    }

    @Test
    void bothAreMixedWhereBothErr() {
        TreeMix mix = TreeMix.of(objective, noisy(4), noisy(9), 0);

        assertThat(mix.weight()).isBetween(0.05, 0.95);
    }
}
