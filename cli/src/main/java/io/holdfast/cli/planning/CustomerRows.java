package io.holdfast.cli.planning;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import io.holdfast.serving.batch.RejectedRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of customers row by row, and tells rows at fault from the rest.
 *
 * @param path of the file
 * @param format how it is written
 */
record CustomerRows(Path path, TableFormat format) {
    /** No id holds a control character. */
    private static final char SEPARATOR = '\n';

    /** What is made of a row. */
    interface Reading<T> {
        /** What stands in a row as the customer's id, valid or not. */
        String id(TableRow row);

        /**
         * Reads a row.
         *
         * @param cells by the column's name, empty where there is none
         * @throws RefusedException when the row is at fault; an {@link InputException} says the same
         */
        T read(TableRow row, UnaryOperator<String> cells) throws RefusedException;
    }

    /**
     * Reads all rows.
     *
     * @param opened makes the reading, from the file's header
     * @param use takes what was read
     * @param refused takes the rows at fault
     */
    <T> void each(Function<TableReader, Reading<T>> opened, Consumer<T> use, Consumer<RefusedRow> refused) {
        try (TableReader reader = TableReader.open(path, format)) {
            Reading<T> reading = opened.apply(reader);
            Map<String, Integer> positions = new HashMap<>();
            reader.header().forEach(name -> positions.put(name, reader.header().indexOf(name)));
            for (int position = 0; reader.advance(); position++) {
                TableRow row = reader.row();
                UnaryOperator<String> cells = column -> {
                    @Nullable Integer at = positions.get(column);
                    return at == null ? "" : row.cell(at);
                };
                each(reading, row, cells, position, use, refused);
            }
        }
    }

    private static <T> void each(
            Reading<T> reading,
            TableRow row,
            UnaryOperator<String> cells,
            int position,
            Consumer<T> use,
            Consumer<RefusedRow> refused) {
        T read;
        try {
            read = reading.read(row, cells);
        } catch (RefusedException e) {
            refused.accept(new RefusedRow(position, reading.id(row), new RejectedRow(row.line(), e.refusal())));
            return;
        } catch (InputException e) {
            Refusal refusal = new Refusal(e.code(), "", LocalizedText.same(String.valueOf(e.getMessage())));
            refused.accept(new RefusedRow(position, reading.id(row), new RejectedRow(row.line(), refusal)));
            return;
        }
        use.accept(read);
    }

    /** Notices customers, or units of them, who stand in a file twice. */
    static final class Units {
        private final String file;
        private final Set<String> seen = new HashSet<>();

        Units(String file) {
            this.file = file;
        }

        /** @throws InputException when the unit was there before */
        void requireNew(long line, String id, String unit) {
            if (!seen.add(id + SEPARATOR + unit)) {
                throw new InputException(
                        "duplicate_id",
                        file + " line " + line + ": the customer " + Excerpt.of(id)
                                + " stands here again; expected one row for each, or a column for 'unit' in the"
                                + " playbook");
            }
        }
    }

    /** @throws InputException naming the first column that is not there */
    static void requireColumns(TableReader reader, Iterable<String> columns) {
        for (String column : columns) {
            if (!reader.header().contains(column)) {
                throw new InputException(
                        "missing_column",
                        reader.name() + " has no column " + Excerpt.of(column) + ", which the playbook reads");
            }
        }
    }
}
