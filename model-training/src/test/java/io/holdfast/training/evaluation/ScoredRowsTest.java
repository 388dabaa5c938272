package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoredRowsTest {
    @Test
    void refusesWhatIsNoProbability() {
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScoredRows(new double[] {0.5, bad}, new boolean[2], Map.of()))
                    .withMessageContaining("probabilities[1]")
                    .withMessageContaining("0 to 1");
        }
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredRows(new double[2], new boolean[3], Map.of()))
                .withMessageContaining("positives: 3 rows (expected: 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredRows(new double[2], new boolean[2], Map.of("female", List.of("1"))))
                .withMessageContaining("'female': 1 cells (expected: 2");
    }

    @Test
    void refusesNoRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredRows(new double[0], new boolean[0], Map.of()))
                .withMessageContaining("at least one");
    }

    @Test
    void settingsNameTheRangeOfResamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluationSettings(1, 10))
                .withMessage("resamples: 10 (expected: 100 to 100000)");
    }
}
