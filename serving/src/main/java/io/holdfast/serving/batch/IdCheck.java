package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.DuplicateIds;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;

/** Refuses a table in which a customer stands twice. */
@FunctionalInterface
interface IdCheck {
    /** Every id may come. */
    IdCheck NONE = id -> {};

    /**
     * Notes an id.
     *
     * @throws InputException when it came before
     */
    void require(String id);

    /** A check of the ids in this column of a table; an empty id is another matter, and its row is refused for it. */
    static IdCheck of(Path table, TableFormat format, int column) {
        DuplicateIds seen = new DuplicateIds();
        return id -> {
            if (!id.isEmpty() && !seen.add(id)) {
                DuplicateIds.confirm(table, format, column, id).ifPresent(duplicate -> {
                    throw new InputException(
                            "duplicate_id",
                            table + " line " + duplicate.secondLine() + ": the customer id "
                                    + Excerpt.ofId(duplicate.id()) + " stands already in line "
                                    + duplicate.firstLine()
                                    + " (expected: every customer once, or duplicate ids allowed)");
                });
            }
        };
    }
}
