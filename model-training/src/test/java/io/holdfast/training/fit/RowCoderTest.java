package io.holdfast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCoderTest {
    @TempDir
    private Path folder;

    private static AdditiveModel model() {
        CategoryCoding plans = new CategoryCoding(List.of("a", "b"));
        return new AdditiveModel(new AdditiveParts(
                "m",
                "yes",
                "no",
                -1,
                List.of(
                        new ModelInput("tenure", new NumberCoding(List.of(5.0), 0, 60)),
                        new ModelInput("plan", plans),
                        new ModelInput("autopay", new CategoryCoding(List.of("false", "true")))),
                List.of(
                        new LinearTerm(0, .1, 3, .7),
                        new TableTerm(List.of(TableAxis.full(1, plans)), new double[] {.3, -.2, .11, .13})),
                Map.of()));
    }

    /** More rows than one thread takes at a time, in an order of their own. */
    @Test
    void manyRowsScoreAsOneByOne() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 9000; row++) {
            String tenure = row % 11 == 0 ? "" : Integer.toString(row % 71);
            csv.append(row).append(',').append(tenure).append(',').append("abz".charAt(row % 3));
            csv.append(",1,").append(row % 4 == 0 ? "yes" : "no").append('\n');
        }
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, csv.toString());
        int[] rows = IntStream.range(0, 9000).map(i -> (int) (i * 7919L % 9000)).toArray();
        RowCoder coder = new RowCoder(table);
        CodedRow coded = model().newRow();
        double[] oneByOne = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            coder.fill(coded, rows[i]);
            oneByOne[i] = model().logOdds(coded, new double[3]);
        }

        assertThat(coder.logOdds(model(), rows)).containsExactly(oneByOne);
        assertThat(coder.probabilities(model(), rows)[17]).isEqualTo(AdditiveModel.probability(oneByOne[17]));
        assertThat(coder.logOdds(model(), new int[0])).isEmpty();
    }
}
