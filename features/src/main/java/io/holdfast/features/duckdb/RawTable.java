package io.holdfast.features.duckdb;

import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The described columns of a source as a table of the database, with the {@code line} of each row. CSV comes through the one strict reader of the
 * product, as text; Parquet keeps its types.
 *
 * @param file how messages name the source
 * @param table its name in the database
 * @param types the type of each of the file's columns that is used
 */
record RawTable(String file, String table, Map<String, String> types) {
    private static final int ROWS_A_REPORT = 100_000;

    static RawTable load(Database database, String table, Source source, Path folder, Progress progress) {
        Path path = folder.resolve(source.path());
        return source.isParquet()
                ? parquet(database, table, source, path)
                : csv(database, table, source, path, progress);
    }

    boolean isText(String column) {
        return "VARCHAR".equals(types.get(column));
    }

    /** What a row is called in messages: lines of text, rows of everything else. */
    String rowWord() {
        return file.endsWith(".parquet") ? "row" : "line";
    }

    private static List<String> used(Source source) {
        return source.columns().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static RawTable csv(Database database, String table, Source source, Path path, Progress progress) {
        List<String> used = used(source);
        Map<String, String> types = new LinkedHashMap<>();
        used.forEach(column -> types.put(column, "VARCHAR"));
        database.run("CREATE TABLE " + table + " (line BIGINT, "
                + used.stream()
                        .map(column -> Sql.name("c_" + column) + " VARCHAR")
                        .collect(Collectors.joining(", "))
                + ")");
        try (TableReader reader = TableReader.open(path, source.format())) {
            int[] places = used.stream()
                    .mapToInt(column ->
                            reader.column(column).orElseThrow(() -> missing(reader.name(), column, reader.header())))
                    .toArray();
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
        return new RawTable(path.toString(), table, types);
    }

    private static RawTable parquet(Database database, String table, Source source, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InputException("no_such_file", path + ": no such file");
        }
        String rows = "read_parquet(" + Sql.text(path.toString()) + ", file_row_number = true)";
        Map<String, String> all = new TreeMap<>();
        database.query("DESCRIBE SELECT * FROM " + rows, row -> all.put(row.getString(1), row.getString(2)));
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : used(source)) {
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
        return new RawTable(path.toString(), table, types);
    }

    private static InputException missing(String file, String column, Collection<String> header) {
        return new InputException(
                "missing_column",
                file + " has no column " + Excerpt.of(column) + ", which the history's description names; it has "
                        + String.join(", ", header) + Nearest.hint(column, header));
    }
}
