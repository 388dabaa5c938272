package io.holdfast.features.duckdb;

import io.holdfast.features.baseline.UnitFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Reads a unit's facts from a row of their query. */
final class FactReader {
    private static final int SILENT = 2;
    private static final int FREQUENCY = 3;
    private static final int RECENCY = 4;
    private static final int AGE = 5;
    private static final int CONTRACT = 6;
    private static final int REVENUE = 7;

    private FactReader() {}

    static UnitFacts.Row row(ResultSet row) throws SQLException {
        return new UnitFacts.Row(
                whole(row, SILENT),
                row.getInt(FREQUENCY),
                row.getInt(RECENCY),
                row.getInt(AGE),
                whole(row, CONTRACT),
                row.getLong(REVENUE));
    }

    private static OptionalInt whole(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
