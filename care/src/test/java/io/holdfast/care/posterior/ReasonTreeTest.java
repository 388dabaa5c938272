package io.holdfast.care.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

final class ReasonTreeTest {
    /** Two tiers of one reason and another reason, against the solved covariance matrix of the whole model. */
    @Test
    void agreesWithAMatrixOfTheWholeModel() {
        double[][] covariance = {
            {0.5 + 0.3 + 0.2 + 0.1, 0.5 + 0.3, 0.5}, {0.5 + 0.3, 0.5 + 0.3 + 0.2 + 0.2, 0.5}, {0.5, 0.5, 1.0 + 0.05}
        };
        LUDecomposition solved = new LUDecomposition(new Array2DRowRealMatrix(covariance));
        double[] apart = {0.6, 0.1, 0.3};
        double[] toFirst = {1.0, 0.8, 0.5};
        double[] weights =
                solved.getSolver().solve(new ArrayRealVector(toFirst)).toArray();
        double[] whitened = solved.getSolver().solve(new ArrayRealVector(apart)).toArray();
        double mean = -0.2;
        double variance = 1.0;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            mean += weights[i] * apart[i];
            variance -= weights[i] * toFirst[i];
            square += whitened[i] * apart[i];
        }

        ReasonTree tree = new ReasonTree(
                List.of(List.of(new Normal(0.4, 0.1), new Normal(-0.1, 0.2)), List.of(new Normal(0.1, 0.05))),
                new Normal(-0.2, 0.5),
                new Spread(0.3, 0.2, 0));

        Normal belief = tree.ofCells().get(0).get(0);
        assertThat(belief.mean()).isCloseTo(mean, within(1e-10));
        assertThat(belief.variance()).isCloseTo(variance, within(1e-10));
        assertThat(tree.logEvidence())
                .isCloseTo(
                        -1.5 * Math.log(2 * Math.PI) - Math.log(solved.getDeterminant()) / 2 - square / 2,
                        within(1e-10));
    }
}
