package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.table.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the rows of a snapshot. */
final class SnapshotWriter {
    private final Database database;
    private final HistoryDescription history;
    private final FeaturePlan plan;
    private final List<Feature> features;
    private final RowColumns columns;

    SnapshotWriter(Database database, HistoryDescription history, FeaturePlan plan, RowColumns columns) {
        this.database = database;
        this.history = history;
        this.plan = plan;
        this.features = plan.features();
        this.columns = columns;
    }

    void csv(List<String> header, CsvWriter out) {
        header.forEach(out::cell);
        out.endRow();
        database.query(select(), row -> {
            int column = 1;
            out.cell(row.getString(column++));
            out.exact(row.getString(column++));
            if (!history.unitIsCustomer()) {
                text(row, column++, out);
            }
            if (Cut.hasHouseholds(history)) {
                text(row, column++, out);
            }
            if (columns.labelled()) {
                out.whole(row.getLong(column++));
            }
            for (int text = 0; text < columns.texts().size(); text++) {
                text(row, column++, out);
            }
            if (columns.weighted()) {
                out.number(row.getDouble(column++));
            }
            for (Feature feature : features) {
                value(row, column++, feature, out);
            }
            if (!columns.labelled()) {
                text(row, column, out);
            }
            columns.plan().ifPresent(out::exact);
            out.endRow();
        });
    }

    void parquet(List<String> header, OutputStream out) {
        Path part = database.file("snapshot.parquet");
        database.run("COPY (SELECT * FROM (" + select() + ") AS made ("
                + header.stream().map(Sql::name).collect(Collectors.joining(", ")) + ")) TO "
                + Sql.text(part.toString()) + " (FORMAT parquet)");
        try {
            Files.copy(part, out);
            Files.delete(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String select() {
        return "SELECT CAST(as_of AS VARCHAR), unit" + (history.unitIsCustomer() ? "" : ", customer")
                + (Cut.hasHouseholds(history) ? ", household" : "")
                + (columns.labelled() ? ", positive" : "")
                + columns.texts().stream().map(text -> ", " + text).collect(Collectors.joining())
                + (columns.weighted() ? ", " + FeaturePlan.WEIGHT : "")
                + features.stream()
                        .map(feature -> ", " + Sql.name(feature.name()))
                        .collect(Collectors.joining())
                + (columns.labelled() ? "" : ", CAST(" + FeaturePlan.LEFT + " AS VARCHAR)")
                + columns.plan().map(name -> ", " + Sql.text(name)).orElse("")
                + " FROM " + plan.withPeers(HistoryTables.SNAPSHOT) + " AS peered WHERE "
                + Sql.in("state", columns.states())
                + " ORDER BY as_of, unit";
    }

    private static void value(ResultSet row, int column, Feature feature, CsvWriter out) throws SQLException {
        if (feature.kind() == ColumnKind.NUMBER
                && (feature.role() == ColumnRole.FEATURE
                        || (feature.needs().isEmpty() && feature.mayBeMissing())
                        || feature.value())) {
            double value = row.getDouble(column);
            if (row.wasNull() || !Double.isFinite(value)) {
                out.empty();
            } else {
                out.number(value);
            }
        } else {
            text(row, column, out);
        }
    }

    private static void text(ResultSet row, int column, CsvWriter out) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            out.empty();
        } else {
            out.exact(text);
        }
    }
}
