package io.holdfast.features.draft;

import io.holdfast.features.duckdb.ParquetText;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file of events, looked through once: what is in it, what is odd, and what a description of it could say. */
public final class EventFile {
    private static final int ROWS_A_REPORT = 100_000;

    private final String name;
    private final TableFormat format;
    private final long rows;
    private final EventColumns columns;

    private EventFile(String name, TableFormat format, long rows, EventColumns columns) {
        this.name = name;
        this.format = format;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Reads a file: CSV, compressed or not, or Parquet by the ending of its name.
     *
     * @param format of CSV
     * @throws InputException if it cannot be read, or no column can be told to be the customer or the time
     */
    public static EventFile read(Path file, TableFormat format, Progress progress) {
        return ParquetText.is(file) ? parquet(file, progress) : csv(file, format, progress);
    }

    private static EventFile csv(Path file, TableFormat format, Progress progress) {
        try (TableReader reader = TableReader.open(file, format)) {
            List<ColumnProfile> profiles =
                    reader.header().stream().map(ColumnProfile::new).toList();
            while (reader.advance()) {
                TableRow row = reader.row();
                for (int column = 0; column < profiles.size(); column++) {
                    String cell = row.cell(column);
                    if (format.isMissing(cell)) {
                        profiles.get(column).missing();
                    } else {
                        profiles.get(column).add(cell, row.line());
                    }
                }
                if (row.number() % ROWS_A_REPORT == 0) {
                    progress.at("read " + reader.name(), row.number(), 0);
                }
            }
            return of(file, format, profiles, reader.rows());
        }
    }

    private static EventFile parquet(Path file, Progress progress) {
        try (ParquetText reader = ParquetText.open(file)) {
            List<ColumnProfile> profiles =
                    reader.header().stream().map(ColumnProfile::new).toList();
            reader.read((number, cells) -> {
                for (int column = 0; column < cells.length; column++) {
                    String cell = cells[column];
                    if (cell == null || cell.isEmpty()) {
                        profiles.get(column).missing();
                    } else {
                        profiles.get(column).add(cell, number);
                    }
                }
                if (number % ROWS_A_REPORT == 0) {
                    progress.at("read " + file, number, reader.rows());
                }
            });
            return of(file, TableFormat.csv(), profiles, reader.rows());
        }
    }

    private static EventFile of(Path file, TableFormat format, List<ColumnProfile> profiles, long rows) {
        String name = file.toString();
        if (rows == 0) {
            throw new InputException(
                    "no_events",
                    name + " has no events; expected at least one "
                            + (ParquetText.is(file) ? "row" : "line below the header"));
        }
        return new EventFile(name, format, rows, EventColumns.of(name, profiles, rows));
    }

    /** What is in it, one sentence each, with counts and examples. */
    public List<String> findings() {
        List<String> said = new ArrayList<>();
        ColumnProfile.TimeTally time = columns.occurred().time().orElseThrow();
        said.add(String.format(
                Locale.ROOT,
                "%s: %,d events of %s%,d customers (column %s), from %s to %s (column %s%s)",
                name,
                rows,
                columns.customer().hasMany() ? "more than " : "",
                columns.customer().distinct(),
                columns.customer().name(),
                time.first(),
                time.last(),
                columns.occurred().name(),
                time.form().format().isEmpty() ? "" : ", written " + time.form().format()));
        long unread =
                columns.occurred().present() - time.read() + columns.occurred().missingCells();
        if (unread > 0) {
            said.add(String.format(
                    Locale.ROOT,
                    "%s: %,d lines have no time that can be read (%s); the draft leaves them out",
                    columns.occurred().name(),
                    unread,
                    time.unread().isEmpty() ? "empty" : String.join(", ", time.unread())));
        }
        columns.occurred()
                .rival(time)
                .ifPresent(rival -> said.add(columns.occurred().name() + ": " + shown(time.form()) + " and "
                        + shown(rival) + " read as many times; expected somebody who knows which is meant"));
        if (columns.customer().missingCells() > 0) {
            said.add(String.format(
                    Locale.ROOT,
                    "%s: %,d lines have no customer; the draft leaves them out",
                    columns.customer().name(),
                    columns.customer().missingCells()));
        }
        for (ColumnProfile measure : columns.measures()) {
            if (measure.negative() > 0) {
                said.add(String.format(Locale.ROOT, "%s: %,d lines are below 0", measure.name(), measure.negative()));
            }
        }
        said.add(columns.kind()
                .map(kind -> kind.name() + ": " + kind.distinct() + " kinds of events")
                .orElse("no column tells the kind of an event; the draft takes all for purchases"));
        return said;
    }

    private static String shown(TimeForm form) {
        return form.format().isEmpty() ? "ISO 8601" : form.format();
    }

    /**
     * A first {@code history.yaml}.
     *
     * @param path of the file as the description writes it
     */
    public String draft(String path) {
        return new HistoryDraft(columns, rows).yaml(path, format);
    }
}
