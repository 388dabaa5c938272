package io.holdfast.serving.snapshot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one row, by position among the model's features. */
public final class SnapshotRow {
    private final String id;
    private final Optional<String> owner;
    private final SnapshotColumns columns;
    private final int row;

    SnapshotRow(String id, Optional<String> owner, SnapshotColumns columns, int row) {
        this.id = id;
        this.owner = owner;
        this.columns = columns;
        this.row = row;
    }

    /** The id by which scores name it. */
    public String id() {
        return id;
    }

    /** The customer who has the unit; empty where customers have no units. */
    public Optional<String> owner() {
        return owner;
    }

    /** The number of a numeric input; NaN where it is missing, or the input is no number. */
    public double number(int input) {
        return columns.number(input, row);
    }

    /** The level of a category or flag; null where it is missing, or the input is a number. */
    public @Nullable String level(int input) {
        return columns.level(input, row);
    }

    /** What the customer is worth; NaN where that is not known. */
    public double worth() {
        return columns.worth(row);
    }
}
