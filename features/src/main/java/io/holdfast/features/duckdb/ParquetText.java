package io.holdfast.features.duckdb;

import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file that nobody has described, its cells as text: times by ISO 8601, numbers with a point. For one thread. */
public final class ParquetText implements Closeable {
    private static final int ROWS_AT_ONCE = 50_000;

    private final Database database;
    private final String table;
    private final Map<String, String> types;
    private final long rows;

    private ParquetText(Database database, String table, Map<String, String> types, long rows) {
        this.database = database;
        this.table = table;
        this.types = types;
        this.rows = rows;
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param number from 1
         * @param cells in the order of the header; null where there is none
         */
        void row(long number, @Nullable String[] cells);
    }

    /** Whether a file is read so, by its name. */
    public static boolean is(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /**
     * Opens a file.
     *
     * @throws InputException if there is none, or it is no Parquet
     */
    public static ParquetText open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("no_such_file", file + ": no such file");
        }
        Database database = Database.open(DatabaseSettings.standard());
        try {
            String table = "read_parquet(" + Sql.text(file.toString()) + ", file_row_number = true)";
            Map<String, String> types = new LinkedHashMap<>();
            database.query(
                    "DESCRIBE SELECT * EXCLUDE (file_row_number) FROM " + table,
                    row -> types.put(row.getString(1), row.getString(2)));
            return new ParquetText(
                    database,
                    table,
                    types,
                    database.numbers("SELECT count(*) FROM " + table).get(0));
        } catch (InputException | IllegalStateException e) {
            database.close();
            throw e;
        }
    }

    /** The names of its columns. */
    public List<String> header() {
        return new ArrayList<>(types.keySet());
    }

    /** How many rows it has. */
    public long rows() {
        return rows;
    }

    /** Reads all rows, in the order of the file. */
    public void read(Taker taker) {
        String cells = types.entrySet().stream()
                .map(column -> text(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
        // A result is kept in memory as a whole; so many rows of it fit.
        for (long from = 0; from < rows; from += ROWS_AT_ONCE) {
            database.query(
                    "SELECT file_row_number + 1, " + cells + " FROM " + table + " WHERE file_row_number >= " + from
                            + " AND file_row_number < " + (from + ROWS_AT_ONCE) + " ORDER BY file_row_number",
                    row -> {
                        @Nullable String[] texts = new @Nullable String[types.size()];
                        for (int column = 0; column < texts.length; column++) {
                            texts[column] = row.getString(column + 2);
                        }
                        taker.row(row.getLong(1), texts);
                    });
        }
    }

    /** Whole numbers that some writers keep as floating ones, since a cell was empty, are whole. */
    private static String text(String column, String type) {
        String text = "CAST(" + Sql.name(column) + " AS VARCHAR)";
        return type.equals("DOUBLE") || type.equals("FLOAT") ? "regexp_replace(" + text + ", '\\.0$', '')" : text;
    }

    @Override
    public void close() {
        database.close();
    }
}
