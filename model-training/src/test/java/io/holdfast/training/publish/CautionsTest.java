package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Evaluator;
import io.holdfast.training.evaluation.ScoredRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CautionsTest {
    private static final int ROWS = 400;

    private static List<String> notes(double[] probabilities) {
        boolean[] left = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            left[row] = row % 4 == 0;
        }
        return Cautions.notes(
                Evaluator.evaluate(new ScoredRows(probabilities, left, Map.of()), new EvaluationSettings(1, 100)));
    }

    @Test
    void aModelThatRanksByLotIsNoBetterThanChanceNorThanTheBaseRate() {
        SplittableRandom random = new SplittableRandom(1);
        double[] probabilities = random.doubles(ROWS, .05, .95).toArray();

        assertThat(notes(probabilities))
                .hasSize(2)
                .anyMatch(note -> note.contains("no better than chance") && note.contains("does not lie above 0.5"))
                .anyMatch(note -> note.contains("no better than the base rate") && note.contains("nobody should act"));
    }

    @Test
    void aModelThatSaysTheSameOfEverybodyIsToldOfInOneSentence() {
        double[] probabilities = new double[ROWS];
        Arrays.fill(probabilities, .25);

        assertThat(notes(probabilities))
                .singleElement()
                .asString()
                .startsWith("The model gives all held-out customers the same risk");
    }

    @Test
    void aModelThatForetellsEverybodyHasNothingToBeWarnedOf() {
        double[] probabilities = new double[ROWS];
        Arrays.setAll(probabilities, row -> row % 4 == 0 ? .9 : .1);

        assertThat(notes(probabilities)).isEmpty();
    }
}
