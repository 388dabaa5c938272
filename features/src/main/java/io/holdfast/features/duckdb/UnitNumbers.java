package io.holdfast.features.duckdb;

import java.util.List;

/**
 * Whole numbers of units, by column.
 *
 * @param units in the order of the query
 * @param columns each as long as the units
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UnitNumbers(List<String> units, long[][] columns) {
    /** A column as ints. */
    public int[] ints(int column) {
        int[] values = new int[units.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.toIntExact(columns[column][i]);
        }
        return values;
    }

    /** How many units there are. */
    public int size() {
        return units.size();
    }
}
