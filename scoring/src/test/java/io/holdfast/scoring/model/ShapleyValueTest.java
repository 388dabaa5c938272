package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Contributions of purified tables against Shapley values by their definition (Shapley 1953): the mean over all orders of
 * what an input adds when it becomes known, the unknown inputs drawn from the product of their marginals.
 */
class ShapleyValueTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void equalsTheDefinitionForTablesOverOneToThreeInputs() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TableGame game = TableGame.random(1 + (int) (seed % 3), random);
            AdditiveModel model = game.purified();
            CodedRow row = model.newRow();
            for (int[] bins : game.allRows()) {
                game.fill(row, bins);
                double[] contributions = new double[game.inputs()];

                double logOdds = model.logOdds(row, contributions);

                assertThat(logOdds).isCloseTo(game.value(bins), within(TOLERANCE));
                for (int input = 0; input < game.inputs(); input++) {
                    assertThat(contributions[input])
                            .as("seed %d, input %d", seed, input)
                            .isCloseTo(game.shapley(input, bins), within(TOLERANCE));
                }
            }
        }
    }

    @Test
    void aTreeTakesWhatTrainingNeverSawForUnknown() {
        int unseen = 0;
        for (long seed = 0; seed < 120; seed++) {
            TableGame game = TableGame.random(1 + (int) (seed / 2 % 3), new SplittableRandom(seed));
            AdditiveModel model = seed % 2 == 0 ? game.tree() : game.treeTakenApart();
            CodedRow row = model.newRow();
            for (int[] bins : game.allRows()) {
                int unknown = game.unseen(bins);
                unseen += unknown == 0 ? 0 : 1;
                game.fill(row, bins);
                double[] contributions = new double[game.inputs()];

                double logOdds = model.logOdds(row, contributions);

                int known = ~unknown & (1 << game.inputs()) - 1;
                assertThat(logOdds).isCloseTo(game.expectation(known, bins), within(TOLERANCE));
                for (int input = 0; input < game.inputs(); input++) {
                    assertThat(contributions[input])
                            .as("seed %d, input %d", seed, input)
                            .isCloseTo(game.shapley(input, bins, unknown), within(TOLERANCE));
                    assertThat((unknown >> input & 1) == 0 || contributions[input] == 0)
                            .isTrue();
                }
            }
        }
        assertThat(unseen).isGreaterThan(50);
    }

    @Test
    void aCentredLineContributesItsShapleyValue() {
        double[] values = {1, 4, 7};
        double[] weights = {0.2, 0.5, 0.2};
        double missingWeight = 0.1;
        double slope = 0.75;
        double missing = 0.3;
        double mean = missingWeight * missing;
        double weightOfValues = 0;
        double meanOfValues = 0;
        for (int i = 0; i < values.length; i++) {
            weightOfValues += weights[i];
            meanOfValues += weights[i] * values[i];
        }
        // Centred so that the average over all rows, missing ones included, is zero.
        double centre = (meanOfValues + mean / slope) / weightOfValues;
        AdditiveModel model = new AdditiveModel(new AdditiveParts(
                "line",
                "1",
                "0",
                0,
                List.of(new ModelInput("x", new NumberCoding(List.of(), 1, 7))),
                List.of(new LinearTerm(0, slope, centre, missing)),
                Map.of()));

        double average = missingWeight * contribution(model, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            average += weights[i] * contribution(model, values[i]);
        }

        assertThat(average).isCloseTo(0, within(1e-12));
        assertThat(contribution(model, 4) - contribution(model, 1)).isCloseTo(3 * slope, within(1e-12));
    }

    private static double contribution(AdditiveModel model, double value) {
        CodedRow row = model.newRow();
        row.number(0, value);
        double[] contributions = new double[1];
        model.logOdds(row, contributions);
        return contributions[0];
    }
}
