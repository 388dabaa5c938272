package io.holdfast.features.postgresql;

import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One read-only transaction over the tables of a database: all of them as they were at one moment, however long the reading takes. Rows are streamed. Cells
 * come as text, so that they are read as strictly as those of files: numbers with all their digits, instants with their offset in UTC. For one thread.
 */
public final class SourceReading implements Closeable {
    private static final int FETCHED = 10_000;
    private static final String CONNECT_SECONDS = "15";

    private final SourceDatabase database;
    private final Connection connection;

    private SourceReading(SourceDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** What to know of a column before it is read. */
    public enum Kind {
        /** Text, or what is as good as text. */
        TEXT,
        /** A number in binary, whose decimals are not exact. */
        FLOATING
    }

    /** Takes the rows of a table. */
    @FunctionalInterface
    public interface RowTaker {
        /**
         * Takes a row.
         *
         * @param number of the row, from 1, in the order in which the database gives them
         * @param cells in the order of the columns; null for NULL
         */
        void take(long number, @Nullable String[] cells);
    }

    /**
     * Connects.
     *
     * @throws InputException if that fails; the message shows no password
     */
    public static SourceReading open(SourceDatabase database) {
        Properties properties = new Properties();
        if (!database.user().isEmpty()) {
            properties.setProperty("user", database.user());
        }
        if (!database.password().isEmpty()) {
            properties.setProperty("password", database.password());
        }
        properties.setProperty("ApplicationName", "holdfast");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        // What is sent in binary would be written as text in the time zone of this machine.
        properties.setProperty("binaryTransfer", "false");
        try {
            Connection connection = DriverManager.getConnection(database.url(), properties);
            SourceReading reading = new SourceReading(database, connection);
            reading.begin();
            return reading;
        } catch (SQLException e) {
            throw SourceFaults.connecting(database, e);
        }
    }

    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            statement.execute("SET DateStyle TO 'ISO, YMD'");
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** How messages name a table. */
    public String name(String table) {
        return "PostgreSQL table " + table;
    }

    /**
     * The columns of a table, or of a view.
     *
     * @param table its name, after that of its schema and a point where it is not on the search path
     * @throws InputException if there is none, or it may not be read
     */
    public Map<String, Kind> columns(String table) {
        Map<String, Kind> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
            ResultSetMetaData types = none.getMetaData();
            for (int i = 1; i <= types.getColumnCount(); i++) {
                boolean floating = types.getColumnTypeName(i).startsWith("float");
                columns.put(types.getColumnName(i), floating ? Kind.FLOATING : Kind.TEXT);
            }
            return columns;
        } catch (SQLException e) {
            throw SourceFaults.reading(database, name(table), e);
        }
    }

    /**
     * Reads some columns of all rows.
     *
     * @throws InputException if the connection breaks, or a number in binary is none
     */
    public void read(String table, List<String> columns, RowTaker taker) {
        String sql = "SELECT " + columns.stream().map(Sql::name).collect(Collectors.joining(", ")) + " FROM "
                + quoted(table);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(sql)) {
                String[] types = types(rows.getMetaData());
                @Nullable String[] cells = new String[types.length];
                for (long number = 1; rows.next(); number++) {
                    for (int i = 0; i < types.length; i++) {
                        String cell = rows.getString(i + 1);
                        cells[i] = cell == null ? null : plain(cell, types[i], table, columns.get(i), number);
                    }
                    taker.take(number, cells);
                }
            }
        } catch (SQLException e) {
            throw SourceFaults.reading(database, name(table), e);
        }
    }

    private static String[] types(ResultSetMetaData columns) throws SQLException {
        String[] types = new String[columns.getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = columns.getColumnTypeName(i + 1);
        }
        return types;
    }

    private String plain(String cell, String type, String table, String column, long number) {
        return switch (type) {
            case "numeric" ->
                isFinite(cell) ? new BigDecimal(cell).stripTrailingZeros().toPlainString() : cell;
            case "float4", "float8" -> {
                if (!isFinite(cell)) {
                    throw new InputException(
                            "not_finite",
                            name(table) + " row " + number + ": column " + Excerpt.of(column) + " holds "
                                    + Excerpt.of(cell) + "; expected a finite number, or NULL");
                }
                yield cell;
            }
            case "bool" -> cell.equals("t") ? "true" : "false";
            case "bpchar" -> cell.stripTrailing();
            default -> cell;
        };
    }

    private static boolean isFinite(String number) {
        char last = number.charAt(number.length() - 1);
        return last >= '0' && last <= '9';
    }

    private static String quoted(String table) {
        return Arrays.stream(table.split("\\.", -1)).map(Sql::name).collect(Collectors.joining("."));
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            // Nothing was written; the server ends a session that it cannot reach.
            return;
        }
    }
}
