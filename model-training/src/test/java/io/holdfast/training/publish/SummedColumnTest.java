package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummedColumnTest {
    private static final int ROWS = 700;
    private static final String COLUMNS = """
            id: {role: id}
            spend: {role: feature, kind: number}
            known: {role: feature, kind: number}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    @TempDir
    private Path folder;

    private TrainingTable table() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("id,spend,known,churn\n");
        for (int row = 0; row < ROWS; row++) {
            String spend = random.nextInt(9) == 0 ? "" : Integer.toString(random.nextInt(60) - 20);
            csv.append(row)
                    .append(',')
                    .append(spend)
                    .append(",1,")
                    .append(row % 3 == 0 ? "yes" : "no")
                    .append('\n');
        }
        return Tables.read(folder, COLUMNS, csv.toString());
    }

    private static AdditiveModel model() {
        return new AdditiveModel(new AdditiveParts(
                "m",
                "yes",
                "no",
                0,
                List.of(
                        new ModelInput("spend", new NumberCoding(List.of(-3.0, 4.0, 11.5), -10, 30)),
                        new ModelInput("known", new NumberCoding(List.of(), 1, 1))),
                List.of(),
                Map.of()));
    }

    /** What scoring makes of the rows one by one is the reference; how the column is held makes no difference. */
    @Test
    void countsTheBinsThatScoringFinds() {
        TrainingTable table = table();
        NumberColumn recurring = (NumberColumn) table.features().get(0);
        NumberColumn plain = NumberColumn.of(recurring.column(), recurring.values());
        int[] rows = IntStream.range(0, ROWS).filter(row -> row % 5 != 2).toArray();
        NumberCoding coding = (NumberCoding) model().inputs().get(0).coding();
        Long[] counts = IntStream.range(0, coding.bins()).mapToObj(bin -> 0L).toArray(Long[]::new);
        RowCoder coder = new RowCoder(table);
        CodedRow coded = model().newRow();
        for (int row : rows) {
            coder.fill(coded, row);
            counts[coded.bin(0)]++;
        }

        ColumnSummary summary = SummedColumn.of(recurring, coding, rows, RowWeights.EVEN);

        assertThat(recurring.distinct()).isPresent();
        assertThat(summary.binCounts()).containsExactly(counts);
        assertThat(plain.distinct()).isEmpty();
        assertThat(SummedColumn.of(plain, coding, rows, RowWeights.EVEN)).isEqualTo(summary);
        RowWeights weights = RowWeights.of(
                IntStream.range(0, ROWS).mapToDouble(row -> 1 + row % 4).toArray());
        assertThat(SummedColumn.of(plain, coding, rows, weights))
                .isEqualTo(SummedColumn.of(recurring, coding, rows, weights));
    }

    @Test
    void theTypicalValueIsTheFirstThatHalfOfTheWeightIsNotAbove() {
        TrainingTable table = table();
        NumberColumn column =
                NumberColumn.of(table.features().get(0).column(), new double[] {7, Double.NaN, 3, -0.0, 3, 11, 0.0});
        int[] rows = IntStream.range(0, 7).toArray();
        NumberCoding coding = (NumberCoding) model().inputs().get(0).coding();

        assertThat(SummedColumn.of(column, coding, rows, weights(1, 50, 1, 1, 1, 1, 1))
                        .typical())
                .isEqualTo("3");
        assertThat(SummedColumn.of(column, coding, rows, weights(1, 50, 1, 4, 1, 1, 1))
                        .typical())
                .isEqualTo("0");
        assertThat(SummedColumn.of(column, coding, rows, weights(1, 50, 1, 1, 1, 9, 1))
                        .typical())
                .isEqualTo("11");
        assertThat(SummedColumn.of(column, coding, new int[] {1}, weights(1, 50, 1, 1, 1, 1, 1))
                        .typical())
                .isEmpty();
    }

    private static RowWeights weights(double... weights) {
        return RowWeights.of(weights);
    }
}
