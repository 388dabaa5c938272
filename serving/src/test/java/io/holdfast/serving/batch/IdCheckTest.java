package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdCheckTest {
    @TempDir
    private Path folder;

    private void check(String csv, int date) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), csv);
        IdCheck check = new IdCheck(table, TableFormat.csv(), RowFilter.ALL, 0, date);
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowChunk chunk = new RowChunk();
            while (reader.advance()) {
                chunk.add(reader.row());
            }
            check.note(chunk);
            check.settle();
        }
    }

    @Test
    void aCustomerMayStandOnSeveralDates() {
        assertThatCode(() -> check("id,day\nA,2026-01-01\nA,2026-02-01\nB,2026-01-01\n", 1))
                .doesNotThrowAnyException();
    }

    @Test
    void aCustomerMayNotStandOnOneDateTwice() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> check("id,day\nA123,2026-01-01\nA123,2026-02-01\nA123,2026-01-01\n", 1))
                .withMessageContaining("line 4")
                .withMessageContaining("'A1'... stands already in line 2")
                .withMessageContaining("every customer once per date");
    }

    @Test
    void withoutDatesACustomerMayStandOnce() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> check("id,day\nA,1\nA,2\n", -1))
                .withMessageContaining("every customer once,");
    }

    @Test
    void rowsWithoutAnIdAreNoMattersOfTheCheck() {
        assertThatCode(() -> check("id,day\n,1\nA,1\n,2\nB,2\n", -1)).doesNotThrowAnyException();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> check("id,day\n,1\nA,1\n,2\nA,2\n", -1))
                .withMessageContaining("line 5");
    }

    @Test
    void onlyRowsThatCountCanBeTheFirst() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "id\nA\nA\nB\nB\n");
        IdCheck check = new IdCheck(table, TableFormat.csv(), row -> row.number() > 1, 0, -1);
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowChunk chunk = new RowChunk();
            reader.advance();
            while (reader.advance()) {
                chunk.add(reader.row());
            }
            check.note(chunk);
        }

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(check::settle)
                .withMessageContaining("line 5")
                .withMessageContaining("line 4");
    }
}
