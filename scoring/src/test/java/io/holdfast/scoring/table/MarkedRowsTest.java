package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedRowsTest {
    private static final RowMark MARK = new RowMark() {
        @Override
        public String column() {
            return "made_by";
        }

        @Override
        public void require(String table, long line, String cell) {
            if (!cell.equals("us")) {
                throw new InputException("of_others", table + " line " + line + ": made by " + cell);
            }
        }
    };

    private static TableReader open(String csv) {
        return TableReader.open(
                "table.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                TableFormat.csv().withMark(MARK).withDelimiter(';'));
    }

    @Test
    void passesAllRowsWithTheMarkAndTablesWithoutTheColumn() {
        try (TableReader marked = open("id;made_by\n1;us\n2;us\n");
                TableReader unmarked = open("id;name\n1;Ann\n");
                TableReader empty = open("id;made_by\n")) {
            assertThat(Tables.rows(marked)).containsExactly(List.of("1", "us"), List.of("2", "us"));
            assertThat(Tables.rows(unmarked)).containsExactly(List.of("1", "Ann"));
            assertThat(Tables.rows(empty)).isEmpty();
        }
    }

    @Test
    void refusesATableOfAnotherMarkBeforeAnybodyLooksAtItsHeader() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("id;made_by\n1;them\n"))
                .withMessage("table.csv line 2: made by them");
    }

    @Test
    void refusesTheFirstRowOfAnotherMarkInItsTurnAndStaysAtIt() {
        try (TableReader reader = open("id;made_by\n1;us\n2;us\n3;them\n4;us\n")) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.advance()).isTrue();
            for (int again = 0; again < 2; again++) {
                assertThatExceptionOfType(InputException.class)
                        .isThrownBy(reader::advance)
                        .withMessage("table.csv line 4: made by them");
            }
        }
    }

    @Test
    void tellsABrokenFirstRowInItsTurn() {
        try (TableReader reader = open("id;made_by\n1;us;more\n")) {
            assertThat(reader.header()).containsExactly("id", "made_by");
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(reader::advance)
                    .withMessageContaining("table.csv line 2");
        }
    }
}
