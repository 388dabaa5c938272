package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupedTableTest {
    private static final int CUSTOMERS = 500;

    @TempDir
    private Path folder;

    private final SimulatedTables simulated = new SimulatedTables(1);

    private Path write(SimulatedTables.Table table) throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c,d,e,f,\"say \"\"hi\"\"\",churn\n");
        for (int row = 0; row < table.rows(); row++) {
            for (double[] values : table.columns()) {
                csv.append(values[row]).append(',');
            }
            csv.append("\"1,2\",").append(row % 3 % 2).append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), csv.toString());
    }

    private static InspectionReport inspect(Path table) {
        return Inspection.inspect(table, TableFormat.csv(), InspectionSettings.defaults(), Progress.SILENT);
    }

    @Test
    void nearCopiesGetOneNumberAndNothingElseChanges() throws IOException {
        Path table = write(simulated.withCopies(simulated.customers(CUSTOMERS, 6), 1, .001, 0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        GroupedTable.Written written = GroupedTable.write(table, inspect(table), out);

        List<String> before = Files.readAllLines(table);
        List<String> after = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(written.kept()).isGreaterThan(NearCopies.KEPT);
        assertThat(written.groups()).isBetween(CUSTOMERS * 8 / 10, CUSTOMERS);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(0)).isEqualTo(before.get(0) + ",near_copies");
        int together = 0;
        for (int row = 1; row <= CUSTOMERS; row++) {
            assertThat(after.get(row)).startsWith(before.get(row) + ",");
            together += group(after.get(row)).equals(group(after.get(row + CUSTOMERS))) ? 1 : 0;
        }
        assertThat(together).isGreaterThan(CUSTOMERS * 9 / 10);
    }

    private static String group(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }

    @Test
    void aTableWithoutNearCopiesHasNothingToGroup() throws IOException {
        Path table = write(simulated.customers(CUSTOMERS, 6));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> GroupedTable.write(table, inspect(table), new ByteArrayOutputStream()))
                .withMessageContaining("no near-copies beyond chance");
    }
}
