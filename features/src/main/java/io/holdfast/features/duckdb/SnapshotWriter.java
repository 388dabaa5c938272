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
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the rows of a snapshot. */
final class SnapshotWriter {
    private final Database database;
    private final HistoryDescription history;
    private final List<Feature> features;
    private final Optional<String> plan;
    private final boolean weighted;
    private final List<String> states;

    /** @param states of the rows */
    SnapshotWriter(
            Database database,
            HistoryDescription history,
            List<Feature> features,
            Optional<String> plan,
            boolean weighted,
            List<String> states) {
        this.database = database;
        this.history = history;
        this.features = features;
        this.plan = plan;
        this.weighted = weighted;
        this.states = List.copyOf(states);
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
            if (plan.isEmpty()) {
                out.whole(row.getLong(column++));
            }
            if (weighted) {
                out.number(row.getDouble(column++));
            }
            for (Feature feature : features) {
                value(row, column++, feature, out);
            }
            if (plan.isPresent()) {
                text(row, column, out);
                out.exact(plan.get());
            }
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
                + (plan.isEmpty() ? ", positive" : "")
                + (weighted ? ", " + FeaturePlan.WEIGHT : "")
                + features.stream()
                        .map(feature -> ", " + Sql.name(feature.name()))
                        .collect(Collectors.joining())
                + plan.map(name -> ", CAST(" + FeaturePlan.LEFT + " AS VARCHAR), " + Sql.text(name))
                        .orElse("")
                + " FROM " + HistoryTables.SNAPSHOT + " WHERE " + Sql.in("state", states)
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
