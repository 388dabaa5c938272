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
        StringBuilder csv = new StringBuilder("id\nA\nA\n");
        for (int i = 0; i < 2 * RowChunk.ROOM; i++) {
            csv.append(i).append('\n');
        }
        Path table = Files.writeString(folder.resolve("table.csv"), csv);
        try (TableReader reader = TableReader.open(table, TableFormat.csv())) {
            RowSource source = new RowSource(reader, RowFilter.ALL, IdCheck.of(table, TableFormat.csv(), 0, -1));

            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> source.fill(new RowChunk()))
                    .withMessageContaining("line 3");
            assertThat(source.fill(new RowChunk())).isFalse();
        }
    }
}
