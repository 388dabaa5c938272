package io.holdfast.features.duckdb;

import io.holdfast.features.history.Source;
import io.holdfast.features.postgresql.SourceReading;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The described columns of a source as a table of the database, with the {@code line} of each row. CSV comes through the one strict reader of the
 * product, as text; so do tables of PostgreSQL, but for numbers in binary; Parquet keeps its types.
 *
 * @param file how messages name the source
 * @param rowWord what a row is called in messages: lines of text, rows of everything else
 * @param table its name in the database
 * @param types the type of each of the file's columns that is used
 */
record RawTable(String file, String rowWord, String table, Map<String, String> types) {
    private static final String TEXT = "VARCHAR";
    private static final int ROWS_A_REPORT = 100_000;

    static RawTable load(
            Database database, String table, Source source, Path folder, OtherTables tables, Progress progress) {
        RawTable raw = read(database, table, source, folder, tables, progress);
        WholeIds.require(database, source, raw);
        return raw;
    }

    private static RawTable read(
            Database database, String table, Source source, Path folder, OtherTables tables, Progress progress) {
        if (source.isTable()) {
            return postgresql(database, table, source, tables.reading(source.path()), progress);
        }
        Path path = folder.resolve(source.path());
        return source.isParquet()
                ? parquet(database, table, source, path)
                : csv(database, table, source, path, progress);
    }

    boolean isText(String column) {
        return TEXT.equals(types.get(column));
    }

    /** The described columns, and what says the currency of amounts. */
    private static List<String> used(Source source, Collection<String> header) {
        List<String> described = source.columns().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        // To the database, columns whose names differ in letter case alone are one.
        Stream<String> currency = CurrencyCheck.columns(source, header).stream()
                .filter(column -> described.stream().noneMatch(column::equalsIgnoreCase))
                .limit(1);
        return Stream.concat(described.stream(), currency).toList();
    }

    private static RawTable csv(Database database, String table, Source source, Path path, Progress progress) {
        Map<String, String> types = new LinkedHashMap<>();
        try (TableReader reader = TableReader.open(path, source.format())) {
            List<String> used = used(source, reader.header());
            used.forEach(column -> types.put(column, TEXT));
            int[] places = used.stream()
                    .mapToInt(column ->
                            reader.column(column).orElseThrow(() -> missing(reader.name(), column, reader.header())))
                    .toArray();
            create(database, table, types);
            database.append(table, appender -> {
                while (reader.advance()) {
                    TableRow row = reader.row();
                    appender.beginRow();
                    appender.append(row.line());
                    for (int place : places) {
                        String cell = row.cell(place);
                        if (source.format().isMissing(cell)) {
                            appender.appendNull();
                        } else {
                            appender.append(cell);
                        }
                    }
                    appender.endRow();
                    if (row.number() % ROWS_A_REPORT == 0) {
                        progress.at("read " + reader.name(), row.number(), 0);
                    }
                }
            });
        }
        return new RawTable(path.toString(), "line", table, types);
    }

    private static void create(Database database, String table, Map<String, String> types) {
        database.run("CREATE TABLE " + table + " (line BIGINT, "
                + types.entrySet().stream()
                        .map(column -> Sql.name("c_" + column.getKey()) + " " + column.getValue())
                        .collect(Collectors.joining(", "))
                + ")");
    }

    private static RawTable postgresql(
            Database database, String table, Source source, SourceReading reading, Progress progress) {
        String name = reading.name(source.path());
        Map<String, SourceReading.Kind> columns = reading.columns(source.path());
        List<String> used = used(source, columns.keySet());
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : used) {
            SourceReading.Kind kind = columns.get(column);
            if (kind == null) {
                throw missing(name, column, columns.keySet());
            }
            types.put(column, kind == SourceReading.Kind.FLOATING ? "DOUBLE" : TEXT);
        }
        create(database, table, types);
        List<Boolean> floating = used.stream()
                .map(column -> columns.get(column) == SourceReading.Kind.FLOATING)
                .toList();
        database.append(
                table,
                appender -> reading.read(source.path(), used, (number, cells) -> {
                    Database.filling(table, () -> append(appender, number, cells, floating, source));
                    if (number % ROWS_A_REPORT == 0) {
                        progress.at("read " + name, number, 0);
                    }
                }));
        return new RawTable(name, "row", table, types);
    }

    private static void append(
            DuckDBAppender appender, long number, @Nullable String[] cells, List<Boolean> floating, Source source)
            throws SQLException {
        appender.beginRow();
        appender.append(number);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell == null || source.format().isMissing(cell)) {
                appender.appendNull();
            } else if (floating.get(i)) {
                appender.append(Double.parseDouble(cell));
            } else {
                appender.append(cell);
            }
        }
        appender.endRow();
    }

    private static RawTable parquet(Database database, String table, Source source, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InputException("no_such_file", path + ": no such file");
        }
        String rows = "read_parquet(" + Sql.text(path.toString()) + ", file_row_number = true)";
        Map<String, String> all = new TreeMap<>();
        database.query("DESCRIBE SELECT * FROM " + rows, row -> all.put(row.getString(1), row.getString(2)));
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : used(source, all.keySet())) {
            String type = all.get(column);
            if (type == null) {
                throw missing(path.toString(), column, all.keySet());
            }
            types.put(column, type);
        }
        database.run("CREATE VIEW " + table + " AS SELECT file_row_number + 1 AS line, "
                + types.keySet().stream()
                        .map(column -> Sql.name(column) + " AS " + Sql.name("c_" + column))
                        .collect(Collectors.joining(", "))
                + " FROM " + rows);
        return new RawTable(path.toString(), "row", table, types);
    }

    private static InputException missing(String file, String column, Collection<String> header) {
        return new InputException(
                "missing_column",
                file + " has no column " + Excerpt.of(column) + ", which the history's description names; it has "
                        + String.join(", ", header) + Nearest.hint(column, header));
    }
}
