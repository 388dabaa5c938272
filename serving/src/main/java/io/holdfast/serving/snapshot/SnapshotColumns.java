package io.holdfast.serving.snapshot;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of all rows, column by column: those of the model's features, and what customers are worth. */
final class SnapshotColumns {
    private final @Nullable NumberColumn[] numbers;
    private final @Nullable LevelColumn[] levels;
    private final @Nullable NumberColumn worth;
    private int rows;

    SnapshotColumns(InputSchema schema) {
        List<Column> features = schema.features();
        numbers = new NumberColumn[features.size()];
        levels = new LevelColumn[features.size()];
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).kind() == ColumnKind.NUMBER) {
                numbers[i] = new NumberColumn();
            } else {
                levels[i] = new LevelColumn();
            }
        }
        worth = schema.valueColumn().isPresent() ? new NumberColumn() : null;
    }

    void add(CustomerRecord customer) {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            LevelColumn level = levels[i];
            boolean there = customer.has(i);
            if (number != null) {
                number.add(there ? customer.number(i) : Double.NaN);
            } else if (level != null) {
                level.add(there ? customer.level(i) : null);
            }
        }
        if (worth != null) {
            worth.add(customer.value().orElse(Double.NaN));
        }
        rows++;
    }

    /** A row without a single value. */
    void addNothing() {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            LevelColumn level = levels[i];
            if (number != null) {
                number.add(Double.NaN);
            } else if (level != null) {
                level.add(null);
            }
        }
        if (worth != null) {
            worth.add(Double.NaN);
        }
        rows++;
    }

    /** To be called when no row follows. */
    void finish() {
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            LevelColumn level = levels[i];
            if (number != null) {
                number.finish();
            } else if (level != null) {
                level.finish();
            }
        }
        if (worth != null) {
            worth.finish();
        }
    }

    int rows() {
        return rows;
    }

    double number(int input, int row) {
        NumberColumn column = numbers[input];
        return column == null ? Double.NaN : column.at(row);
    }

    @Nullable
    String level(int input, int row) {
        LevelColumn column = levels[input];
        return column == null ? null : column.at(row);
    }

    double worth(int row) {
        return worth == null ? Double.NaN : worth.at(row);
    }

    long memory() {
        long bytes = worth == null ? 0 : worth.memory();
        for (int i = 0; i < numbers.length; i++) {
            NumberColumn number = numbers[i];
            LevelColumn level = levels[i];
            bytes += number == null ? 0 : number.memory();
            bytes += level == null ? 0 : level.memory();
        }
        return bytes;
    }
}
