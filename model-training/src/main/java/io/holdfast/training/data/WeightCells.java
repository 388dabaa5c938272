package io.holdfast.training.data;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableRow;
import java.util.Arrays;
import java.util.Set;

/** Collects the weights of rows. */
final class WeightCells {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e6;
    private static final String EXPECTED = "a number from 0.000001 to 1000000; leave out rows that shall not count";

    private final String table;
    private final String column;
    private final int position;
    private final Set<String> missing;
    private double[] weights = new double[1024];
    private int size;

    WeightCells(String table, String column, int position, Set<String> missing) {
        this.table = table;
        this.column = column;
        this.position = position;
        this.missing = missing;
    }

    void add(TableRow row) {
        String cell = row.cell(position);
        if (cell.isEmpty() || missing.contains(cell)) {
            throw fault(row, "missing_weight", "is missing");
        }
        double weight = NumberText.isNumber(cell) ? NumberText.parse(cell) : Double.NaN;
        if (!(weight >= LEAST && weight <= MOST)) {
            throw fault(row, "bad_weight", "holds " + Excerpt.of(cell));
        }
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, size * 2);
        }
        weights[size++] = weight;
    }

    private InputException fault(TableRow row, String code, String what) {
        return new InputException(
                code,
                table + " line " + row.line() + ": the weight " + Excerpt.of(column) + " " + what + " (expected: "
                        + EXPECTED + ")");
    }

    RowWeights build() {
        return RowWeights.of(Arrays.copyOf(weights, size));
    }
}
