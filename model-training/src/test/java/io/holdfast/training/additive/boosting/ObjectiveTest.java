package io.holdfast.training.additive.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final double[] WEIGHTS = {1, 2, 0.5};
    private static final List<Objective> OBJECTIVES = List.of(
            new LogisticObjective(new boolean[] {true, false, true}, WEIGHTS),
            new SquaredObjective(new double[] {3, -1, 0.5}, WEIGHTS));
    private static final double STEP = 1e-4;

    /** Against central differences of the loss. */
    @Test
    void gradientsAndHessiansAreTheLossesDerivativesByTheScore() {
        double score = 0.7;
        for (Objective objective : OBJECTIVES) {
            double[] states = {objective.state(score), objective.state(score), objective.state(score)};
            double[] gradients = new double[3];
            double[] hessians = new double[3];
            objective.derivatives(states, gradients, hessians);
            double[] lastGradients = new double[2];
            double[] lastHessians = new double[2];
            objective.derivatives(states, 1, 2, lastGradients, lastHessians);

            for (int row = 0; row < 3; row++) {
                double low = objective.loss(objective.state(score - STEP), row);
                double here = objective.loss(objective.state(score), row);
                double high = objective.loss(objective.state(score + STEP), row);
                assertThat(gradients[row]).isCloseTo((low - high) / (2 * STEP), within(1e-6));
                assertThat(hessians[row]).isCloseTo((low - 2 * here + high) / (STEP * STEP), within(1e-6));
            }
            assertThat(lastGradients).containsExactly(gradients[1], gradients[2]);
            assertThat(lastHessians).containsExactly(hessians[1], hessians[2]);
        }
    }

    @Test
    void aFactorMovesTheScoreByItsStep() {
        for (Objective objective : OBJECTIVES) {
            double[] states = {objective.state(0.2)};

            objective.apply(states, 0, 1, new int[] {1}, new double[] {objective.factor(0), objective.factor(-0.5)});

            assertThat(objective.score(states[0])).isCloseTo(-0.3, within(1e-12));
        }
    }

    @Test
    void noOtherConstantFitsBetterThanTheStart() {
        for (Objective objective : OBJECTIVES) {
            double best = loss(objective, objective.start());

            assertThat(loss(objective, objective.start() + 0.01)).isGreaterThan(best);
            assertThat(loss(objective, objective.start() - 0.01)).isGreaterThan(best);
        }
    }

    private static double loss(Objective objective, double score) {
        double state = objective.state(score);
        return objective.loss(new double[] {state, state, state}, 0, 3);
    }

    @Test
    void theLossOfManyRowsIsTheSumOfTheirLosses() {
        boolean[] positives = new boolean[5000];
        double[] weights = new double[positives.length];
        double[] states = new double[positives.length];
        for (int row = 0; row < positives.length; row++) {
            positives[row] = row % 3 == 0;
            weights[row] = 1;
            states[row] = 0.01 + row % 100;
        }
        Objective objective = new LogisticObjective(positives, weights);
        double sum = 0;
        for (int row = 0; row < states.length; row++) {
            sum += objective.loss(states[row], row);
        }

        assertThat(objective.loss(states, 0, states.length)).isCloseTo(sum, within(1e-8));
    }

    @Test
    void oneClassAloneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticObjective(new boolean[] {true, true}, new double[] {1, 1}))
                .withMessageContaining("same class");
    }
}
