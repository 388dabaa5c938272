package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSourceTest {
    @TempDir
    private Path folder;

    @Test
    void handsOutNothingBehindAFaultSoThatTheFirstOneIsTold() throws IOException {
        Path table = table(2 * RowChunk.ROOM, "");
        RowFilter broken = row -> {
            if (row.number() == 2) {
                throw new IllegalStateException("the first fault");
            }
            return true;
        };
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowSource source = new RowSource(reader, broken, idCheck(table));

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> source.fill(new RowChunk()))
                    .withMessage("the first fault");
            assertThat(source.fill(new RowChunk())).isFalse();
        }
    }

    private static IdCheck idCheck(Path table) {
        return new IdCheck(table, TableFormat.csv(), RowFilter.ALL, 0, -1);
    }

    private RowSource source(Path table, TableReader reader) {
        return new RowSource(reader, RowFilter.ALL, idCheck(table));
    }

    private String faultOf(Path table) {
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowSource source = source(table, reader);
            RowChunk chunk = new RowChunk();
            while (source.fill(chunk)) {
                chunk.size();
            }
            return "";
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    private Path table(int customers, String rest) throws IOException {
        StringBuilder csv = new StringBuilder("id,x\n");
        for (int i = 0; i < customers; i++) {
            csv.append("C-").append(i).append(",1\n");
        }
        return Files.writeString(folder.resolve("table.csv"), csv.append(rest));
    }

    @Test
    void tellsOfACustomerWhoStandsThereTwiceBeforeTheFaultsThatComeLater() throws IOException {
        assertThat(faultOf(table(1000, "C-7,1\nC-x\n"))).contains("line 1002: the customer id", "line 9");
        assertThat(faultOf(table(1000, "C-x\nC-7,1\n"))).contains("line 1002", "the row has 1 cell");
        assertThat(faultOf(table(1000, "C-7,1\n"))).contains("line 1002: the customer id");
        assertThat(faultOf(table(1000, ""))).isEmpty();
    }

    @Test
    void looksForThemBeforeTheWholeOfALongTableIsRead() throws IOException {
        Path table = table(200_000, "");
        Files.writeString(table, Files.readString(table).replace("\nC-9,1\n", "\nC-8,1\n"));
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowSource source = source(table, reader);
            RowChunk chunk = new RowChunk();

            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> {
                        while (source.fill(chunk)) {
                            assertThat(chunk.row(0).number()).isLessThan(100_000);
                        }
                    })
                    .withMessageContaining("line 11")
                    .withMessageContaining("line 10");
        }
    }
}
