package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceRowsTest {
    @TempDir
    private Path folder;

    private static AdditiveModel model() {
        return new AdditiveModel(new AdditiveParts(
                "m",
                "yes",
                "no",
                0,
                List.of(
                        new ModelInput("tenure", new NumberCoding(List.of(5.0), 0, 10)),
                        new ModelInput("plan", new CategoryCoding(List.of("a", "b"))),
                        new ModelInput("autopay", new CategoryCoding(List.of("false", "true")))),
                List.of(new LinearTerm(0, 1, 0, 100)),
                Map.of()));
    }

    @Test
    void sumsUpTheRowsGivenAndNoOther() {
        TrainingTable table = Tables.read(
                folder,
                Tables.COLUMNS,
                Tables.HEADER + "1,1,a,1,no\n" + "2,9,a,0,yes\n" + "3,,b,1,no\n" + "4,5,z,1,yes\n" + "5,7,b,1,no\n");

        ReferencePopulation reference = ReferenceRows.of(model(), table, new int[] {0, 1, 2, 3});

        assertThat(reference.rows()).isEqualTo(4);
        assertThat(reference.positives()).isEqualTo(2);
        assertThat(reference.logOdds()).containsExactly(1.0, 5.0, 9.0, 100.0);
        assertThat(reference.columns())
                .containsExactly(
                        new ColumnSummary("tenure", "5", List.of(1L, 0L, 1L, 2L)),
                        new ColumnSummary("plan", "a", List.of(0L, 1L, 2L, 1L)),
                        new ColumnSummary("autopay", "true", List.of(0L, 0L, 1L, 3L)));
        assertThat(reference.sketch().contains(table.fingerprint(0))).isTrue();
        assertThat(reference.sketch().contains(table.fingerprint(4))).isFalse();
    }

    @Test
    void typicalIsAValueThatSomebodyHas() {
        TrainingTable table = Tables.read(
                folder,
                Tables.COLUMNS,
                Tables.HEADER + "1,1,,1,no\n" + "2,2,,0,yes\n" + "3,4,,1,no\n" + "4,8,,0,yes\n");

        List<ColumnSummary> columns =
                ReferenceRows.of(model(), table, new int[] {0, 1, 2, 3}).columns();

        assertThat(columns).extracting(ColumnSummary::typical).containsExactly("2", "", "false");
    }

    @Test
    void namesTheLastDateOfTheRowsGiven() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS + "day: {role: date}\n", """
                id,tenure,plan,autopay,churn,day
                1,1,a,1,no,2025-01-01
                2,9,b,0,yes,2025-03-01
                3,5,a,1,no,2025-02-01
                4,2,a,1,no,2025-04-01
                """);

        assertThat(ReferenceRows.of(model(), table, new int[] {0, 1, 2}).lastDay())
                .contains(LocalDate.of(2025, 3, 1));
    }

    @Test
    void scoresAndTypicalValuesAreByWeightAndCountsByRow() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS + "w: {role: weight}\n", """
                id,tenure,plan,autopay,churn,w
                1,1,a,1,no,1
                2,9,b,0,yes,6
                3,5,a,1,no,1
                4,2,a,1,no,1
                """);

        ReferencePopulation reference = ReferenceRows.of(model(), table, new int[] {0, 1, 2, 3});

        assertThat(reference.rows()).isEqualTo(4);
        assertThat(reference.columns())
                .containsExactly(
                        new ColumnSummary("tenure", "9", List.of(0L, 0L, 2L, 2L)),
                        new ColumnSummary("plan", "b", List.of(0L, 0L, 3L, 1L)),
                        new ColumnSummary("autopay", "false", List.of(0L, 0L, 1L, 3L)));
    }

    @Test
    void quantilesOfWholeWeightsAreThoseOfRepeatedScores() {
        double[] scores = new double[5000];
        double[] weights = new double[scores.length];
        double[] repeated = new double[2 * scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (i * 7919) % scores.length;
            weights[i] = 2;
            repeated[2 * i] = scores[i];
            repeated[2 * i + 1] = scores[i];
        }
        List<Double> byWeight = ReferencePopulation.quantiles(scores, weights);
        List<Double> byRow = ReferencePopulation.quantiles(repeated);

        assertThat(byWeight).hasSameSizeAs(byRow);
        for (int i = 0; i < byRow.size(); i++) {
            assertThat(byWeight.get(i)).isCloseTo(byRow.get(i), within(1.0));
        }
        weights[0] = 100_000;
        assertThat(ReferencePopulation.quantiles(scores, weights))
                .filteredOn(score -> score == scores[0])
                .hasSizeGreaterThan(850);
    }
}
