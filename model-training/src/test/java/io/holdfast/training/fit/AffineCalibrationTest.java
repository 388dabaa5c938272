package io.holdfast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AffineCalibrationTest {
    private static final int ROWS = 200;

    private static double[] logOdds() {
        double[] logOdds = new double[ROWS];
        Arrays.setAll(logOdds, row -> (row * 37 % 101 - 50) / 10.0);
        return logOdds;
    }

    private static boolean[] outcomes() {
        boolean[] outcomes = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            outcomes[row] = row * 53 % 100 < 20 + row * 37 % 101 / 2;
        }
        return outcomes;
    }

    /** Reference: Newton's method in Python 3.11's decimal module with 50 digits. */
    @Test
    void isTheMaximumLikelihoodFit() {
        AffineCalibration map = AffineCalibration.fit(logOdds(), outcomes());

        assertThat(map.shift()).isCloseTo(-0.25702504056401815, within(1e-8));
        assertThat(map.slope()).isCloseTo(0.17243170882594294, within(1e-8));
        assertThat(map.z()).isCloseTo(4.906629108793803, within(1e-6));
        assertThat(map.helps()).isTrue();
    }

    /** Outcomes drawn with exactly these probabilities. */
    private static boolean[] drawn(double[] logOdds, double slope, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] outcomes = new boolean[logOdds.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = random.nextDouble() < AdditiveModel.probability(slope * logOdds[row]);
        }
        return outcomes;
    }

    private static double[] spread(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(rows, -4, 3).toArray();
    }

    @Test
    void aCalibratedModelIsLeftAlone() {
        for (long seed = 1; seed <= 20; seed++) {
            double[] logOdds = spread(1000, seed);

            assertThat(AffineCalibration.fit(logOdds, drawn(logOdds, 1, seed + 100))
                            .helps())
                    .isFalse();
        }
    }

    @Test
    void anOverconfidentModelIsCalmed() {
        double[] logOdds = spread(2000, 1);

        AffineCalibration map = AffineCalibration.fit(logOdds, drawn(logOdds, 0.5, 2));

        assertThat(map.helps()).isTrue();
        assertThat(map.slope()).isCloseTo(0.5, within(0.07));
        assertThat(map.shift()).isCloseTo(0, within(0.15));
    }

    @Test
    void aModelThatRanksTheWrongWayRoundIsReducedToTheBaseRate() {
        double[] logOdds = spread(2000, 1);
        boolean[] outcomes = drawn(logOdds, -1, 2);
        double left = 0;
        for (boolean outcome : outcomes) {
            left += outcome ? 1 : 0;
        }

        AffineCalibration map = AffineCalibration.fit(logOdds, outcomes);

        assertThat(map.slope()).isZero();
        assertThat(AdditiveModel.probability(map.shift())).isCloseTo(left / 2000, within(1e-12));
        assertThat(map.helps()).isTrue();
    }

    @Test
    void fewerThanTwentyOfEitherClassSayNothing() {
        double[] logOdds = spread(500, 1);
        boolean[] outcomes = new boolean[500];
        Arrays.fill(outcomes, 0, 19, true);

        assertThat(AffineCalibration.fit(logOdds, outcomes)).isEqualTo(AffineCalibration.NONE);
        assertThat(AffineCalibration.fit(logOdds, new boolean[500])).isEqualTo(AffineCalibration.NONE);
        assertThat(AffineCalibration.NONE.helps()).isFalse();
    }

    @Test
    void oneScoreForAllRowsBecomesTheBaseRate() {
        double[] logOdds = new double[100];
        boolean[] outcomes = new boolean[100];
        Arrays.fill(outcomes, 0, 20, true);

        AffineCalibration map = AffineCalibration.fit(logOdds, outcomes);

        assertThat(AdditiveModel.probability(map.shift())).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void separatedClassesStayFinite() {
        double[] logOdds = new double[100];
        boolean[] outcomes = new boolean[100];
        for (int row = 0; row < 100; row++) {
            outcomes[row] = row >= 50;
            logOdds[row] = outcomes[row] ? 1 : -1;
        }

        AffineCalibration map = AffineCalibration.fit(logOdds, outcomes);

        assertThat(map.slope()).isFinite().isGreaterThan(1);
        assertThat(map.shift()).isFinite();
    }

    @Test
    void foldedInItMapsTheLogOddsOfEveryRow() {
        NumberCoding numbers = new NumberCoding(List.of(), 0, 10);
        CategoryCoding levels = new CategoryCoding(List.of("a", "b"));
        AdditiveParts parts = new AdditiveParts(
                "m",
                "yes",
                "no",
                -1.25,
                List.of(new ModelInput("x", numbers), new ModelInput("c", levels)),
                List.of(
                        new LinearTerm(0, 0.3, 4, 0.9),
                        new TableTerm(List.of(TableAxis.full(1, levels)), new double[] {0.1, 0, -0.7, 0.7})),
                Map.of("trainer", "test"));
        AdditiveModel before = new AdditiveModel(parts);
        AdditiveModel after = new AdditiveModel(new AffineCalibration(0.8, 0.25, 3).foldInto(parts));

        CodedRow row = before.newRow();
        CodedRow mapped = after.newRow();
        row.number(0, 7);
        mapped.number(0, 7);
        row.level(1, "a");
        mapped.level(1, "a");
        assertThat(after.logOdds(mapped, new double[2]))
                .isCloseTo(0.25 + 0.8 * before.logOdds(row, new double[2]), within(1e-15));
        row.clear();
        mapped.clear();
        assertThat(after.logOdds(mapped, new double[2]))
                .isCloseTo(0.25 + 0.8 * before.logOdds(row, new double[2]), within(1e-15));
        assertThat(after.facts()).isEqualTo(before.facts());
    }
}
