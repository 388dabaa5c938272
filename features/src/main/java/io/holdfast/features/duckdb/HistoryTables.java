package io.holdfast.features.duckdb;

import io.holdfast.features.baseline.BaselineSql;
import io.holdfast.features.baseline.Departure;
import io.holdfast.features.baseline.UnitFacts;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.CsvWriter;
import java.io.Closeable;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A history in a database of its own: loaded once, then locked, so that no SQL can reach any other file; snapshots of it are taken and written. For
 * one thread.
 */
public final class HistoryTables implements Closeable {
    static final String SNAPSHOT = "snapshot";

    private static final int EXAMPLES = 3;

    private final Database database;
    private final UnitTables units;
    private final HistoryDescription history;
    private final List<String> notes = new ArrayList<>();
    private boolean taken;

    private HistoryTables(Database database, UnitTables units, HistoryDescription history) {
        this.database = database;
        this.units = units;
        this.history = history;
    }

    /**
     * Loads the files of a history.
     *
     * @param folder where relative paths begin
     * @throws InputException if a file is missing or holds what cannot be, with counts and examples
     */
    public static HistoryTables load(
            HistoryDescription history, Path folder, DatabaseSettings settings, Progress progress) {
        Database database = Database.open(settings);
        try {
            HistoryTables tables =
                    new HistoryTables(database, new UnitTables(database, history, settings.eventsAtOnce()), history);
            try (OtherTables others = new OtherTables(settings.environment())) {
                tables.load(folder, others, progress);
            }
            return tables;
        } catch (InputException | IllegalStateException e) {
            database.close();
            throw e;
        }
    }

    private void load(Path folder, OtherTables others, Progress progress) {
        List<String> ofIds = new ArrayList<>();
        history.ids().ifPresent(source -> {
            RawTable raw = RawTable.load(database, "raw_ids", source, folder, others, progress);
            new ChangeLoader(database, units, history, ofIds).ids(source, raw);
            discard(source, raw);
        });
        units.createEvents();
        EventLoader events = new EventLoader(database, units, history, notes);
        ForeignIds foreign = new ForeignIds(database, history, notes);
        CurrencyCheck currencies = new CurrencyCheck(database, history);
        int number = 0;
        for (Source source : history.events()) {
            RawTable raw = RawTable.load(database, "raw_" + number++, source, folder, others, progress);
            currencies.add(source, raw);
            events.load(source, raw);
            foreign.add(raw);
            discard(source, raw);
        }
        foreign.tell();
        ChangeLoader changes = new ChangeLoader(database, units, history, notes);
        history.attributes().ifPresent(source -> {
            RawTable raw = RawTable.load(database, "raw_attributes", source, folder, others, progress);
            changes.attributes(source, raw);
            discard(source, raw);
        });
        notes.addAll(ofIds);
        history.careLog().ifPresent(source -> {
            RawTable raw = RawTable.load(database, "raw_care", source, folder, others, progress);
            changes.care(source, raw);
            discard(source, raw);
        });
        if (database.numbers("SELECT count(*) FROM " + Cut.EVENT).get(0) == 0) {
            throw new InputException("no_events", "the history has no events; expected at least one");
        }
        new OddityReport(database, history, notes).run();
        database.lock();
    }

    private void discard(Source source, RawTable raw) {
        database.run("DROP VIEW " + raw.table() + "_read");
        database.run("DROP " + (source.isParquet() ? "VIEW " : "TABLE ") + raw.table());
    }

    /** What was left out or looked odd, one sentence each, with counts and examples. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The day of the first event. */
    public LocalDate begins() {
        return day("min(occurred)");
    }

    /** The first day of which the history does not hold everything: as described, else the day after the last event, however late news of earlier ones came in. */
    public LocalDate ends() {
        return history.until().orElseGet(() -> day("max(occurred)").plusDays(1));
    }

    /** The first day whose news the history does not hold: as described, else the day after the last arrival. */
    public LocalDate newsEnds() {
        return history.until().orElseGet(() -> day("max(known)").plusDays(1));
    }

    /** How many events were taken. */
    public long events() {
        return database.numbers("SELECT count(*) FROM " + Cut.EVENT).get(0);
    }

    /** How many events meet a condition in SQL. */
    public long events(String condition) {
        return database.numbers("SELECT count(*) FROM " + Cut.EVENT + " WHERE " + condition)
                .get(0);
    }

    /** How many events occurred before a day. */
    public long eventsBefore(LocalDate day) {
        return events("occurred < " + Sql.midnight(day));
    }

    /** A few of the rows to learn from, as messages show them: the unit and the date. */
    public List<String> examples() {
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT unit, as_of FROM " + SNAPSHOT + " WHERE state = 'ok' ORDER BY as_of, unit LIMIT " + EXAMPLES,
                row -> examples.add(Excerpt.of(row.getString(1)) + " as of " + row.getDate(2)));
        return examples;
    }

    private LocalDate day(String aggregate) {
        return LocalDate.ofEpochDay(
                database.numbers("SELECT CAST(" + aggregate + " AS DATE) - DATE '1970-01-01' FROM " + Cut.EVENT)
                        .get(0));
    }

    /**
     * Checks that the features of the user's own can be reckoned, and notes declared shares of what no event is.
     *
     * @throws InputException naming the first that cannot
     */
    public void require(FeaturePlan plan) {
        plan.trials().forEach((name, query) -> {
            try {
                database.run(query);
            } catch (IllegalStateException e) {
                throw new InputException(
                        "bad_expression",
                        "feature " + Excerpt.of(name) + " cannot be reckoned: "
                                + Database.firstLine(String.valueOf(e.getMessage())),
                        e);
            }
        });
        plan.declared().forEach((sentence, condition) -> {
            if (events(condition) == 0) {
                notes.add(sentence);
            }
        });
    }

    /**
     * Adds the rows of a date to the snapshot.
     *
     * @param made the plan's query for the rows as of that date
     * @return rows by state
     */
    public SortedMap<String, Long> snapshot(String made, LocalDate asOf) {
        String rows = "SELECT " + Sql.day(asOf) + " AS as_of, * FROM (" + made + ") AS made";
        take(rows);
        SortedMap<String, Long> states = new TreeMap<>();
        database.query(
                "SELECT state, count(*) FROM " + SNAPSHOT + " WHERE as_of = " + Sql.day(asOf) + " GROUP BY state",
                row -> states.put(row.getString(1), row.getLong(2)));
        return states;
    }

    private void take(String rows) {
        String table = units.place(SNAPSHOT);
        units.fill(table, rows, !taken);
        if (!taken && !table.equals(SNAPSHOT)) {
            database.run("CREATE VIEW " + SNAPSHOT + " AS SELECT * FROM " + table);
        }
        taken = true;
    }

    /** How many of the rows to learn from stand for more units than themselves; only where rows have weights. */
    public long weighted() {
        return database.numbers(
                        "SELECT count(*) FROM " + SNAPSHOT + " WHERE state = 'ok' AND " + FeaturePlan.WEIGHT + " <> 1")
                .get(0);
    }

    /** How many different units that stand for others left after one date or another; only where rows have weights. */
    public long weightedLeavers() {
        return database.numbers("SELECT count(DISTINCT unit) FROM " + SNAPSHOT
                        + " WHERE state = 'ok' AND positive = 1 AND " + FeaturePlan.WEIGHT + " <> 1")
                .get(0);
    }

    /** How many units besides themselves the rows to learn from stand for, in millionths of one; the more care, the more. */
    public double stoodFor() {
        List<Double> sums = new ArrayList<>();
        database.query(
                "SELECT CAST(coalesce(sum(CAST(" + FeaturePlan.WEIGHT + " - 1 AS DECIMAL(18, 6))), 0) AS DOUBLE) FROM "
                        + SNAPSHOT + " WHERE state = 'ok'",
                row -> sums.add(row.getDouble(1)));
        return sums.get(0);
    }

    /** The sum of what a query of one number says of each part of the units. */
    public long count(String sql) {
        List<Long> counts = new ArrayList<>();
        units.eachPart(() -> counts.addAll(database.numbers(sql)));
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** What was known of every unit before a date. */
    public UnitFacts facts(BaselineSql baseline, LocalDate asOf) {
        UnitFacts facts = new UnitFacts(asOf);
        String sql = baseline.facts(asOf);
        units.eachPart(() -> database.query(sql, row -> facts.add(row.getString(1), FactReader.row(row))));
        return facts;
    }

    /** Who left when, by unit and day. */
    public List<Departure> departures(BaselineSql baseline) {
        List<Departure> departures = new ArrayList<>();
        units.query(
                baseline.departures(ends()),
                "unit, day",
                row -> departures.add(
                        new Departure(row.getString(1), row.getDate(2).toLocalDate())));
        return departures;
    }

    /**
     * Reads a query whose first column is the unit and whose others are whole numbers, none missing.
     *
     * @param order columns of it, the unit among them
     */
    public UnitNumbers numbers(String sql, String order) {
        List<String> ids = new ArrayList<>();
        List<long[]> rows = new ArrayList<>();
        units.query(sql, order, row -> {
            int count = row.getMetaData().getColumnCount() - 1;
            long[] numbers = new long[count];
            for (int column = 0; column < count; column++) {
                numbers[column] = row.getLong(column + 2);
            }
            ids.add(row.getString(1));
            rows.add(numbers);
        });
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        long[][] columns = new long[width][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < width; column++) {
                columns[column][i] = rows.get(i)[column];
            }
        }
        return new UnitNumbers(ids, columns);
    }

    /**
     * Makes a table of units, or replaces it.
     *
     * @param columns by name, each as long as the units; what is no number stays empty
     */
    public void put(String table, List<String> units, Map<String, double[]> columns) {
        database.run("CREATE OR REPLACE TABLE " + table + " (unit VARCHAR"
                + columns.keySet().stream()
                        .map(name -> ", " + Sql.name(name) + " DOUBLE")
                        .collect(Collectors.joining())
                + ")");
        List<double[]> cells = List.copyOf(columns.values());
        database.append(table, appender -> {
            for (int i = 0; i < units.size(); i++) {
                appender.beginRow();
                appender.append(units.get(i));
                for (double[] column : cells) {
                    if (Double.isFinite(column[i])) {
                        appender.append(column[i]);
                    } else {
                        appender.appendNull();
                    }
                }
                appender.endRow();
            }
        });
    }

    /** How many of the rows to learn from left. */
    public long positives() {
        return database.numbers("SELECT count(*) FROM " + SNAPSHOT + " WHERE state = 'ok' AND positive = 1")
                .get(0);
    }

    /**
     * Writes the snapshot's rows of some states as CSV, by date and unit: date, unit, customer where that is another, label if any, with it the weight
     * if the header names one, features, and, where there is no label, the day of leaving and the plan.
     *
     * @param header the names of these columns
     * @param plan that the rows were made by
     * @param columns which rows, with which columns besides
     */
    public void write(List<String> header, FeaturePlan plan, RowColumns columns, CsvWriter out) {
        new SnapshotWriter(database, history, plan, columns).csv(header, out);
    }

    /** Writes the same rows as Parquet. */
    public void writeParquet(List<String> header, FeaturePlan plan, RowColumns columns, OutputStream out) {
        new SnapshotWriter(database, history, plan, columns).parquet(header, out);
    }

    @Override
    public void close() {
        database.close();
    }
}
