package io.holdfast.training.additive.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.SquaredObjective;
import io.holdfast.training.additive.boosting.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bags of which every one says the same of all rows, each something else. */
class PartNoiseTest {
    private static final int ROWS = 9000;

    private static double[][] noise(double... said) {
        int bags = said.length;
        Bags dealt = Bags.of(
                IntStream.range(0, ROWS).toArray(),
                IntStream.range(0, ROWS).map(row -> row % bags).toArray(),
                bags);
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1);
        Bagged bagged = new Bagged(new SquaredObjective(targets, weights), dealt);
        List<BagTrees> trees = new ArrayList<>();
        for (int bag = 0; bag < bags; bag++) {
            double says = said[bag];
            Arrays.setAll(bagged.states(bag), row -> 3 * says);
            BagTrees own = new BagTrees(bagged.objective(), dealt, bag, 1);
            double[] states = new double[ROWS];
            Arrays.fill(states, 2 * says);
            own.start(states);
            trees.add(own);
        }
        return new PartNoise(bagged, new Stage(List.of(), List.of(), 0, 0), false, trees).of(new double[ROWS]);
    }

    /** Mean over bags of the variance between the others, times rows and what averaging takes away. */
    private static double expected(double... said) {
        double sum = 0;
        for (int out = 0; out < said.length; out++) {
            int own = out;
            double[] others = IntStream.range(0, said.length)
                    .filter(bag -> bag != own)
                    .mapToDouble(bag -> said[bag])
                    .toArray();
            double mean = Arrays.stream(others).average().orElseThrow();
            sum += Arrays.stream(others)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / (others.length - 1);
        }
        return ROWS * sum / said.length * (1 - 1.0 / said.length);
    }

    @Test
    void isWhatTheBagsThatLearnedFromARowDifferBy() {
        double[][] noise = noise(1, 2, 4, 9, -3);
        double once = expected(1, 2, 4, 9, -3);

        assertThat(noise[1][1]).isCloseTo(9 * once, within(1e-6 * once));
        assertThat(noise[2][2]).isCloseTo(4 * once, within(1e-6 * once));
        assertThat(noise[1][2]).isEqualTo(noise[2][1]).isCloseTo(6 * once, within(1e-6 * once));
        assertThat(noise[0]).containsExactly(new double[3], within(1e-9));
    }

    @Test
    void bagsThatAgreeScatterByNothing() {
        assertThat(noise(2, 2, 2, 2)[2][2]).isCloseTo(0, within(1e-6));
    }

    @Test
    void ofTwoBagsNothingIsKnown() {
        assertThat(noise(1, 5)[2][2]).isZero();
    }
}
