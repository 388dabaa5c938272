package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.table.NumberText;
import java.util.Arrays;
import java.util.Optional;

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
        return of(Column.of(name, ColumnRole.FEATURE, ColumnKind.NUMBER), values);
    }

    /**
     * The same of a column that is described.
     *
     * @param column of kind number
     * @param values finite, NaN where missing
     */
    public static NumberColumn of(Column column, double[] values) {
        return new NumberColumn(column, new NumberCells.Plain(values.clone()));
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

    /** A copy of the different numbers, NaN among them where one is missing; empty where they are too many to be held apart. */
    public Optional<double[]> distinct() {
        return cells instanceof NumberCells.Coded coded
                ? Optional.of(coded.distinct().clone())
                : Optional.empty();
    }

    /** The position of that row's number among the different ones, where they are held apart. */
    public int number(int row) {
        return ((NumberCells.Coded) cells).codes().get(row);
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
