package io.holdfast.training.additive.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.additive.boosting.Objective;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are drawn in blocks of 1,024; neither the blocks nor the range that is passed over may be seen in what is drawn. */
class LeafRowsTest {
    @ParameterizedTest
    @CsvSource({
        "10,0,0",
        "10,10,10",
        "10,3,7",
        "3000,0,1000",
        "3000,2000,3000",
        "3000,1000,1024",
        "3000,500,2600",
        "1024,0,1024"
    })
    void allRowsOutsideOfTheRangeAreDrawnWithTheirDerivatives(int rows, int without, int withoutTo) {
        boolean[] positives = new boolean[rows];
        double[] states = new double[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            positives[row] = row % 3 == 0;
            states[row] = 0.1 + row % 7;
            weights[row] = 1 + row % 2;
        }
        Objective objective = new LogisticObjective(positives, weights);
        LeafRows drawn = new LeafRows(2);

        drawn.draw(objective, states, without, withoutTo, 1, new SplittableRandom(1));

        assertThat(drawn.size(0)).isEqualTo(rows - (withoutTo - without));
        double[] gradients = new double[rows];
        double[] hessians = new double[rows];
        objective.derivatives(states, gradients, hessians);
        Arrays.fill(gradients, without, withoutTo, 0);
        Arrays.fill(hessians, without, withoutTo, 0);
        assertThat(drawn.gradient(0)).isCloseTo(Arrays.stream(gradients).sum(), within(1e-9));
        assertThat(drawn.hessian(0)).isCloseTo(Arrays.stream(hessians).sum(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.1,600", "0.5,600", "0.02,50000"})
    void aShareIsDrawnAndEqualSeedsDrawTheSame(double share, int rows) {
        boolean[] positives = new boolean[rows];
        Arrays.fill(positives, 0, rows / 2, true);
        double[] states = new double[rows];
        double[] weights = new double[rows];
        Arrays.fill(states, 1);
        Arrays.fill(weights, 1);
        Objective objective = new LogisticObjective(positives, weights);
        LeafRows one = new LeafRows(2);
        LeafRows other = new LeafRows(2);

        one.draw(objective, states, 0, 0, share, new SplittableRandom(5));
        other.draw(objective, states, 0, 0, 1, new SplittableRandom(4));
        other.draw(objective, states, 0, 0, share, new SplittableRandom(5));

        assertThat(one.size(0)).isCloseTo((int) (share * rows), within((int) (5 * Math.sqrt(share * rows)) + 1));
        assertThat(other.size(0)).isEqualTo(one.size(0));
        assertThat(other.gradient(0)).isEqualTo(one.gradient(0));
    }
}
