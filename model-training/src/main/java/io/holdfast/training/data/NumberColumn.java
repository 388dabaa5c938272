package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.table.NumberText;
import java.util.Arrays;

/** A feature of quantities. Immutable. */
public final class NumberColumn implements FeatureColumn {
    private final Column column;
    private final NumberCells cells;

    NumberColumn(Column column, NumberCells cells) {
        this.column = column;
        this.cells = cells;
    }

    /**
     * A feature that comes from no file.
     *
     * @param values finite, NaN where missing
     */
    public static NumberColumn of(String name, double[] values) {
        return new NumberColumn(
                Column.of(name, ColumnRole.FEATURE, ColumnKind.NUMBER), new NumberCells.Plain(values.clone()));
    }

    @Override
    public Column column() {
        return column;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(cells.value(row));
    }

    /** The finite number of that row; NaN when missing. */
    public double value(int row) {
        return cells.value(row);
    }

    /** A copy of all numbers, NaN where missing. */
    public double[] values() {
        double[] values = new double[size()];
        Arrays.setAll(values, cells::value);
        return values;
    }

    @Override
    public boolean varies(int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> Double.compare(value(row), value(rows[0])) != 0);
    }

    @Override
    public String text(int row) {
        return missing(row) ? "" : NumberText.write(value(row));
    }
}
