package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    /** A format whose rows are made up. */
    private static final class Squares implements TableRows {
        private final Iterator<TableRow> rows = LongStream.rangeClosed(1, 3)
                .mapToObj(n -> new TableRow(n, n, new String[] {Long.toString(n), Long.toString(n * n)}))
                .iterator();
        private boolean closed;

        @Override
        public List<String> header() {
            return List.of("number", "square");
        }

        @Override
        public @Nullable TableRow next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aFurtherFormatIsReadLikeAnyOther() {
        Squares squares = new Squares();
        try (TableReader reader = new TableReader("squares", squares)) {
            assertThat(reader.column("square")).hasValue(1);
            assertThat(Tables.rows(reader)).containsExactly(List.of("1", "1"), List.of("2", "4"), List.of("3", "9"));
            assertThat(reader.rows()).isEqualTo(3);
            assertThat(reader.advance()).isFalse();
        }
        assertThat(squares.closed).isTrue();
    }
}
