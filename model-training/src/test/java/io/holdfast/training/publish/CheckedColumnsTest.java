package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.inspection.CheckedColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedColumnsTest {
    @TempDir
    private Path folder;

    private TrainingTable table(String... ids) {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (String id : ids) {
            csv.append(id).append(",1.5,x,1,no\n");
        }
        return Tables.read(folder, Tables.COLUMNS, csv.toString());
    }

    private static double[] numbers(TrainingTable table) {
        return ((CheckedColumn.Numbers) CheckedColumns.ids(table, "id")).values();
    }

    @Test
    void idsCountByTheirNumbers() {
        assertThat(numbers(table("C10", "C9", "C1", "C100"))).containsExactly(10, 9, 1, 100);
        assertThat(numbers(table("7", "31", "004"))).containsExactly(7, 31, 4);
        assertThat(CheckedColumns.ids(table("a", "b"), "id")).isInstanceOf(CheckedColumn.Levels.class);
    }

    /** A list that can only be walked through is collected whole by a stream in parallel. */
    @Test
    void columnsAreMadeOneByOneForAStreamInParallelToo() {
        TrainingTable table = table("a", "b");

        assertThat(CheckedColumns.features(table)).isInstanceOf(RandomAccess.class);
        assertThat(CheckedColumns.candidates(table)).isInstanceOf(RandomAccess.class);
    }

    @Test
    void featuresKeepTheirValuesAndGaps() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, Tables.HEADER + "a,,x,1,no\n" + "b,2,,0,no\n");

        List<CheckedColumn> columns = CheckedColumns.features(table);

        assertThat(columns).extracting(CheckedColumn::name).containsExactly("tenure", "plan", "autopay");
        assertThat(columns.get(0).missing(0)).isTrue();
        assertThat(((CheckedColumn.Numbers) columns.get(0)).values()[1]).isEqualTo(2);
        assertThat(columns.get(1).missing(0)).isFalse();
        assertThat(columns.get(1).missing(1)).isTrue();
        assertThat(((CheckedColumn.Levels) columns.get(2)).codes()).containsExactly(1, 0);
    }
}
