package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.DuplicateIds;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Refuses a table in which a customer stands twice; where the rows are dated, twice on one date. The same rule as in training.
 */
@FunctionalInterface
interface IdCheck {
    /** Every id may come. */
    IdCheck NONE = chunk -> {};

    /**
     * Notes the customers of rows.
     *
     * @throws InputException when one came before
     */
    void require(RowChunk chunk);

    /**
     * A check of the ids in this column of a table; an empty id is another matter, and its row is refused for it.
     *
     * @param date where the dates are; negative if nowhere
     */
    static IdCheck of(Path table, TableFormat format, int column, int date) {
        Function<TableRow, String> key =
                date < 0 ? row -> row.cell(column) : row -> row.cell(date) + " " + row.cell(column);
        DuplicateIds seen = new DuplicateIds();
        String[] keys = new String[RowChunk.ROOM];
        int[] rows = new int[RowChunk.ROOM];
        return chunk -> {
            int count = 0;
            for (int i = 0; i < chunk.size(); i++) {
                if (!chunk.row(i).cell(column).isEmpty()) {
                    keys[count] = key.apply(chunk.row(i));
                    rows[count++] = i;
                }
            }
            int again = seen.add(keys, 0, count);
            while (again != DuplicateIds.NONE) {
                String id = chunk.row(rows[again]).cell(column);
                DuplicateIds.confirm(table, format, key, keys[again]).ifPresent(duplicate -> {
                    throw new InputException(
                            "duplicate_id",
                            table + " line " + duplicate.secondLine() + ": the customer id "
                                    + Excerpt.ofId(id) + " stands already in line "
                                    + duplicate.firstLine()
                                    + " (expected: every customer once" + (date < 0 ? "" : " per date")
                                    + ", or duplicate ids allowed)");
                });
                again = seen.add(keys, again + 1, count);
            }
        };
    }
}
