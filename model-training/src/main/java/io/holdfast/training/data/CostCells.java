package io.holdfast.training.data;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableRow;
import java.util.Arrays;

/** Collects a column of amounts, row after row, whether or not the model looks at it. */
final class CostCells {
    private final String table;
    private final String column;
    private final int position;
    private double[] amounts = new double[1024];
    private int size;

    CostCells(String table, String column, int position) {
        this.table = table;
        this.column = column;
        this.position = position;
    }

    void add(TableRow row) {
        String cell = row.cell(position);
        if (!NumberText.isNumber(cell)) {
            throw new InputException(
                    "bad_value",
                    table + " line " + row.line() + ": column " + Excerpt.of(column) + " holds " + Excerpt.of(cell)
                            + " (expected: a number such as 12.5 in every row, since 'costs' names the column)");
        }
        if (size == amounts.length) {
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        amounts[size++] = NumberText.parse(cell);
    }

    CostColumn build() {
        return new CostColumn(column, Arrays.copyOf(amounts, size));
    }
}
