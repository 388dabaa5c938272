package io.holdfast.training.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.RollingOrigin;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final LocalizedText TITLE = LocalizedText.same("silence");

    @TempDir
    private Path folder;

    @Test
    void aRankingBecomesProbabilitiesByWhatTheTrainingRowsTeach() {
        Months months = new Months(300, 6, 6, 1);
        TrainingTable table = Tables.load(Tables.write(folder, Months.yaml(), months.csv()));
        Split split = RollingOrigin.last(table, table.groups(), 30).split();
        double[] silent = months.silent();

        double[] said = new Baseline("silent", TITLE, silent, false).probabilities(table, split);

        int[] test = split.rows(Part.TEST);
        for (int i = 1; i < test.length; i++) {
            assertThat(Double.compare(said[i], said[0])).isEqualTo(Double.compare(silent[test[i]], silent[test[0]]));
        }
        double base = Arrays.stream(split.rows(Part.TRAINING))
                .mapToDouble(row -> table.positive(row) ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(Arrays.stream(said).average().orElseThrow()).isBetween(.7 * base, 1.3 * base);

        // What the test rows hold changes nothing.
        double[] others = silent.clone();
        others[test[1]] = 0;
        double[] again = new Baseline("silent", TITLE, others, false).probabilities(table, split);
        assertThat(again[0]).isEqualTo(said[0]);
    }

    @Test
    void aProbabilityStaysWhatItIs() {
        Months months = new Months(300, 6, 6, 1);
        TrainingTable table = Tables.load(Tables.write(folder, Months.yaml(), months.csv()));
        Split split = RollingOrigin.last(table, table.groups(), 30).split();
        double[] given = new double[table.rows()];
        Arrays.setAll(given, row -> row / (double) given.length);

        assertThat(new Baseline("given", TITLE, given, true).probabilities(table, split))
                .isEqualTo(new Baseline("given", TITLE, given, true).scores(split.rows(Part.TEST)));
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Baseline("x", TITLE, new double[] {0, Double.NaN}, false))
                .withMessage("scores[1]: NaN (expected: finite)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Baseline("x", TITLE, new double[] {1.5}, true))
                .withMessage("scores[0]: 1.5 (expected: 0 to 1)");
    }
}
