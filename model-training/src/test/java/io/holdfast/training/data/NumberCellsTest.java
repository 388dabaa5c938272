package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberCellsTest {
    @Test
    void fewDifferentValuesAreCodedAndComeBackToTheBit() {
        double[] kinds = {0.1, -0.0, 0.0, Double.NaN, 1e-300, Double.MAX_VALUE, 7};
        double[] values =
                IntStream.range(0, 30_000).mapToDouble(row -> kinds[row % 7]).toArray();

        assertThat(cells(values)).isInstanceOf(NumberCells.Coded.class);
        assertThat(back(cells(values))).isEqualTo(values);
    }

    @Test
    void asManyValuesAsTwoBytesTellApartAreCodedYet() {
        double[] values = IntStream.range(0, 70_000)
                .mapToDouble(row -> row % 65_535 / 8.0)
                .toArray();

        assertThat(cells(values)).isInstanceOf(NumberCells.Coded.class);
        assertThat(back(cells(values))).isEqualTo(values);
    }

    @Test
    void manyDifferentValuesAreKeptAsTheyAre() {
        double[] values =
                IntStream.range(0, 70_000).mapToDouble(row -> row / 3.0).toArray();

        assertThat(cells(values)).isInstanceOf(NumberCells.Plain.class);
        assertThat(back(cells(values))).isEqualTo(values);
    }

    private static NumberCells cells(double[] values) {
        NumberCells.Builder builder = new NumberCells.Builder();
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    private static double[] back(NumberCells cells) {
        return IntStream.range(0, cells.size()).mapToDouble(cells::value).toArray();
    }
}
