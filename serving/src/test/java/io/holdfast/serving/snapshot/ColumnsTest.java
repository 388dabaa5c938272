package io.holdfast.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row had is what is read back, however many different values a column has. */
class ColumnsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 200, 255, 256, 257, 65_534, 65_535, 65_536, 70_000})
    void numbersKeepTheirBits(int different) {
        SplittableRandom random = new SplittableRandom(different);
        double[] values = random.doubles(different).toArray();
        values[0] = -0.0;
        NumberColumn column = new NumberColumn();
        double[] rows = new double[different + 3000];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row % 7 == 3 ? Double.NaN : values[row < different ? row : random.nextInt(different)];
            column.add(rows[row]);
        }
        column.finish();

        for (int row = 0; row < rows.length; row++) {
            assertThat(Double.doubleToRawLongBits(column.at(row)))
                    .as("row %d", row)
                    .isEqualTo(Double.doubleToRawLongBits(rows[row]));
        }
    }

    @Test
    void numbersThatComeAgainTakeOneByteEach() {
        NumberColumn column = new NumberColumn();
        for (int row = 0; row < 100_000; row++) {
            column.add(row % 200);
        }
        column.finish();

        assertThat(column.memory()).isBetween(100_000L, 102_000L);
    }

    @Test
    void levelsAreKeptOnceEach() {
        LevelColumn column = new LevelColumn();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 70_000; row++) {
            String level = row % 11 == 0 ? null : "等级" + row % 1000;
            rows.add(level);
            column.add(level);
        }
        column.finish();

        assertThat(column.memory()).isEqualTo(140_000);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(column.at(row)).isEqualTo(rows.get(row));
        }
    }

    @Test
    void codesWidenAsTheyMustAndNoFurther() {
        Codes codes = new Codes();
        int[] added = {0, 255, 256, 65_535, 65_536, 1_000_000, 7};
        long[] bytes = {1, 1, 2, 2, 4, 4, 4};
        for (int i = 0; i < added.length; i++) {
            codes.add(added[i]);
            codes.trim();
            assertThat(codes.memory()).isEqualTo(bytes[i] * (i + 1));
        }
        for (int i = 0; i < added.length; i++) {
            assertThat(codes.at(i)).isEqualTo(added[i]);
        }
    }
}
