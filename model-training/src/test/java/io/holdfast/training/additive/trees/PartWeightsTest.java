package io.holdfast.training.additive.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.SquaredObjective;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartWeightsTest {
    private static final int ROWS = 4000;
    private static final double[] NOTHING = new double[ROWS];

    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] one = random.doubles(ROWS, -2, 2).toArray();
    private final double[] two = random.doubles(ROWS, -2, 2).toArray();
    private final double[] truth = sum(one, two);
    private final LogisticObjective objective = objective(truth);

    private LogisticObjective objective(double[] logOdds) {
        boolean[] left = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            left[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds[row]));
        }
        return new LogisticObjective(left, even());
    }

    private static double[] even() {
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static double[] sum(double[] first, double[] second) {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> first[row] + second[row])
                .toArray();
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private double[] noisy(double[] values, double noise) {
        return Arrays.stream(values)
                .map(value -> value + noise * (random.nextDouble() - 0.5))
                .toArray();
    }

    private PartScores scores(double[] mains, double[] interactions, double[] trees) {
        return new PartScores(objective.start(), mains, interactions, trees);
    }

    private PartWeights weights(PartScores scores) {
        return PartWeights.fitted(objective, scores, 2, 0);
    }

    @Test
    void treesThatKnowAllReplaceTheTables() {
        PartWeights weights = weights(scores(noisy(one, 6), noisy(two, 6), truth));

        assertThat(weights.trees()).isCloseTo(1, within(0.15));
        assertThat(weights.mains()).isLessThan(0.1);
        assertThat(weights.interactions()).isLessThan(0.1);
        assertThat(weights.z()).isGreaterThan(2);
    }

    @Test
    void treesThatKnowLessAreNotUsedAndTheTablesStayAsTheyAre() {
        PartScores scores = scores(one, two, noisy(truth, 6));
        PartWeights weights = weights(scores);

        assertThat(weights).isEqualTo(PartWeights.tablesAlone(weights.z()));
        assertThat(scores.weighed(weights)).containsExactly(scores.weighed(PartWeights.tablesAlone(0)));
    }

    @Test
    void tablesThatAreTooStrongAreNoReasonToUseTreesThatSayNothing() {
        PartWeights weights = weights(scores(times(2, one), times(2, two), NOTHING));

        assertThat(weights.mixed()).isFalse();
        assertThat(weights.mains()).isEqualTo(1);
    }

    @Test
    void aFallOfTheLossThatIsNotSureIsNone() {
        PartScores scores = scores(noisy(one, 6), noisy(two, 6), truth);

        assertThat(PartWeights.fitted(objective, scores, 1000, 0).mixed()).isFalse();
    }

    @Test
    void eachPartGetsTheWeightThatTheRowsGiveIt() {
        double[] three = random.doubles(ROWS, -2, 2).toArray();
        LogisticObjective threefold = objective(sum(truth, three));
        PartScores scores = new PartScores(threefold.start(), times(2, one), times(4, two), three);
        PartWeights weights = PartWeights.fitted(threefold, scores, 2, 0);

        assertThat(weights.mains()).isCloseTo(0.5, within(0.05));
        assertThat(weights.interactions()).isCloseTo(0.25, within(0.03));
        assertThat(weights.trees()).isCloseTo(1, within(0.1));
    }

    @Test
    void noPartIsTurnedRound() {
        PartWeights weights = weights(scores(times(-1, one), times(-1, two), noisy(truth, 4)));

        assertThat(weights.mains()).isZero();
        assertThat(weights.interactions()).isZero();
        assertThat(weights.trees()).isBetween(0.3, 0.9);
    }

    @Test
    void requiredPairsKeepSomething() {
        PartScores scores = scores(noisy(one, 6), noisy(two, 60), truth);

        assertThat(PartWeights.fitted(objective, scores, 2, 0.05).interactions())
                .isGreaterThanOrEqualTo(0.05);
    }

    @Test
    void partsThatSayTheSameHaveFiniteWeights() {
        PartWeights weights = weights(scores(times(3, one), NOTHING, times(3, one)));

        assertThat(weights.mains() + weights.trees()).isBetween(0.2, 2.0);
    }

    @Test
    void theWeightsMinimiseTheSquaredErrorToo() {
        double[] targets = sum(times(3, one), times(0.5, two));
        Objective squared = new SquaredObjective(targets, even());
        PartWeights weights = PartWeights.fitted(squared, new PartScores(squared.start(), one, NOTHING, two), 2, 0);

        assertThat(weights.mains()).isCloseTo(3, within(1e-6));
        assertThat(weights.trees()).isCloseTo(0.5, within(1e-6));
        assertThat(squared.start() + weights.intercept()).isCloseTo(0, within(1e-6));
    }

    @Test
    void whatScattersLessOnceAveragedWeighsAsMuchAsItsMeanDeserves() {
        double[] targets = sum(one, two);
        double[] scattered = noisy(targets, 3);
        double[][] noise = new double[3][3];
        for (int row = 0; row < ROWS; row++) {
            noise[2][2] += (scattered[row] - targets[row]) * (scattered[row] - targets[row]);
        }
        Objective squared = new SquaredObjective(targets, even());
        PartScores scores = new PartScores(squared.start(), noisy(NOTHING, 0.1), NOTHING, scattered);
        PartWeights fitted = PartWeights.fitted(squared, scores, 2, 0);

        assertThat(fitted.trees()).isLessThan(0.85);
        assertThat(fitted.averaged(squared, scores, noise, 0).trees()).isCloseTo(1, within(0.05));
        assertThat(fitted.averaged(squared, scores, new double[3][3], 0).trees())
                .isCloseTo(fitted.trees(), within(1e-6));
    }

    @Test
    void whereAllIsScatterTheWeightsThatWereProvenStay() {
        double[][] noise = new double[3][3];
        noise[2][2] = 1e6;
        PartScores scores = scores(noisy(one, 6), noisy(two, 6), truth);
        PartWeights fitted = PartWeights.fitted(objective, scores, 2, 0);

        assertThat(fitted.mixed()).isTrue();
        assertThat(fitted.averaged(objective, scores, noise, 0)).isEqualTo(fitted);
    }
}
