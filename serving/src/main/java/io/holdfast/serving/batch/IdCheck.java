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
    IdCheck NONE = row -> {};

    /**
     * Notes the customer of a row.
     *
     * @throws InputException when it came before
     */
    void require(TableRow row);

    /**
     * A check of the ids in this column of a table; an empty id is another matter, and its row is refused for it.
     *
     * @param date where the dates are; negative if nowhere
     */
    static IdCheck of(Path table, TableFormat format, int column, int date) {
        DuplicateIds seen = new DuplicateIds();
        Function<TableRow, String> key =
                date < 0 ? row -> row.cell(column) : row -> row.cell(date) + " " + row.cell(column);
        return row -> {
            String id = row.cell(column);
            if (!id.isEmpty() && !seen.add(key.apply(row))) {
                DuplicateIds.confirm(table, format, key, key.apply(row)).ifPresent(duplicate -> {
                    throw new InputException(
                            "duplicate_id",
                            table + " line " + duplicate.secondLine() + ": the customer id "
                                    + Excerpt.ofId(id) + " stands already in line "
                                    + duplicate.firstLine()
                                    + " (expected: every customer once" + (date < 0 ? "" : " per date")
                                    + ", or duplicate ids allowed)");
                });
            }
        };
    }
}
