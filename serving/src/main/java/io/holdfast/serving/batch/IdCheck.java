package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.DuplicateIds;
import io.holdfast.scoring.table.IdTrail;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a table in which a customer stands twice; where the rows are dated, twice on one date. The same rule as in training; an empty id is another
 * matter, and its row is refused for it. Rows are noted as they come, and looked through whenever they have become four times as many, so that a
 * table is refused early, and at the end.
 */
final class IdCheck {
    private static final int FIRST_LOOK = 1 << 16;
    private static final int TIMES = 4;

    private final Path table;
    private final TableFormat format;
    private final RowFilter filter;
    private final int idColumn;
    private final int dateColumn;
    private final IdTrail trail = new IdTrail();
    private long look = FIRST_LOOK;

    /**
     * @param filter which rows count
     * @param idColumn where the ids are; negative if every id may come
     * @param dateColumn where the dates are; negative if nowhere
     */
    IdCheck(Path table, TableFormat format, RowFilter filter, int idColumn, int dateColumn) {
        this.table = table;
        this.format = format;
        this.filter = filter;
        this.idColumn = idColumn;
        this.dateColumn = dateColumn;
    }

    /** Every id may come. */
    static IdCheck none(Path table, TableFormat format) {
        return new IdCheck(table, format, RowFilter.ALL, -1, -1);
    }

    /**
     * Notes the customers of rows, all of which count.
     *
     * @throws InputException as {@link #settle} does
     */
    void note(RowChunk chunk) {
        if (idColumn < 0) {
            return;
        }
        for (int i = 0; i < chunk.size(); i++) {
            @Nullable String key = key(chunk.row(i));
            if (key != null) {
                trail.add(key);
            }
        }
        if (trail.size() >= look) {
            look = TIMES * trail.size();
            settle();
        }
    }

    private @Nullable String key(TableRow row) {
        String id = row.cell(idColumn);
        if (id.isEmpty()) {
            return null;
        }
        return dateColumn < 0 ? id : row.cell(dateColumn) + " " + id;
    }

    /**
     * Looks through all that were noted.
     *
     * @throws InputException when a customer is among them twice; it names the first who is
     */
    void settle() {
        if (trail.mayRepeat()) {
            DuplicateIds.first(table, format, row -> filter.accepts(row) ? key(row) : null)
                    .ifPresent(this::refuse);
        }
    }

    private void refuse(DuplicateIds.Duplicate duplicate) {
        throw new InputException(
                "duplicate_id",
                table + " line " + duplicate.second().line() + ": the customer id "
                        + Excerpt.ofId(duplicate.second().cell(idColumn)) + " stands already in line "
                        + duplicate.firstLine()
                        + " (expected: every customer once" + (dateColumn < 0 ? "" : " per date")
                        + ", or duplicate ids allowed)");
    }
}
