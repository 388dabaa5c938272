package io.holdfast.features.snapshot;

import io.holdfast.features.baseline.BaselineSql;
import io.holdfast.features.baseline.UnitFacts;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.duckdb.HistoryTables;
import io.holdfast.features.duckdb.RowColumns;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.dataset.Estimand;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.Counted;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Feature tables of a history: as of one date, to score; as of many with the outcome, to learn from. */
public final class Snapshot {
    /** The name of the table to learn from, beside its description. */
    public static final String TABLE = "snapshot.csv";

    private final CustomerHistory history;
    private final Path folder;
    private final DatabaseSettings settings;
    private final Progress progress;
    private final Optional<ValueModels> frozen;
    private final boolean withDeparted;

    /**
     * @param history what to take, from which files
     * @param folder where relative paths begin
     */
    public Snapshot(CustomerHistory history, Path folder, DatabaseSettings settings, Progress progress) {
        this(history, folder, settings, progress, Optional.empty(), true);
    }

    private Snapshot(
            CustomerHistory history,
            Path folder,
            DatabaseSettings settings,
            Progress progress,
            Optional<ValueModels> frozen,
            boolean withDeparted) {
        this.withDeparted = withDeparted;
        this.frozen = frozen;
        this.history = history;
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
    }

    /** The same with value models that were fitted before, instead of those that the history itself gives on the date. */
    public Snapshot with(ValueModels models) {
        return new Snapshot(history, folder, settings, progress, Optional.of(models), withDeparted);
    }

    /** The same of nobody who has left, for a model whose description knows no column that says so. */
    public Snapshot withoutDeparted() {
        return new Snapshot(history, folder, settings, progress, frozen, false);
    }

    /**
     * Writes the features as of one date, of who is at risk; who had left by then stands there with nothing but the day of leaving.
     *
     * @param file CSV, compressed if it ends in {@code .gz}; Parquet if it ends in {@code .parquet}
     * @return what there is to say, one sentence each
     * @throws InputException if the history cannot be read, or nobody is at risk on the date
     */
    public List<String> features(LocalDate asOf, Path file) {
        history.plan();
        try (HistoryTables tables =
                HistoryTables.load(history.description().withoutCareLog(), folder, settings, progress)) {
            requireWithin(asOf, tables);
            CustomerHistory made = seasonal(tables);
            FeaturePlan plan = made.plan();
            List<Feature> features = plan.features();
            tables.require(plan);
            progress.at("features as of " + asOf, 0, 1);
            Optional<ValueStep> value = plan.value().map(columns -> new ValueStep(columns, frozen));
            value.ifPresent(step -> step.fill(tables, plan, asOf));
            SortedMap<String, Long> states = tables.snapshot(plan.sql(asOf), asOf);
            long rows = states.getOrDefault("ok", 0L);
            long left = withDeparted ? states.getOrDefault("left", 0L) : 0;
            progress.at("features as of " + asOf, 1, 1);
            if (rows == 0) {
                throw new InputException(
                        "nobody_at_risk",
                        "nobody is at risk on " + asOf + ": no "
                                + history.description().unit()
                                + " was active before that day and has not left; expected another date or a longer atRiskDays");
            }
            List<String> written = left > 0 ? List.of("ok", "left") : List.of("ok");
            RowColumns columns =
                    new RowColumns(false, List.of(), false, Optional.of(made.planDigest(models(value))), written);
            write(tables, plan, columns, List.of(), file);
            List<String> said = new ArrayList<>(tables.notes());
            value.ifPresent(step -> said.addAll(SnapshotText.ofValue(step)));
            said.add(Counted.of(tables.events(), "event") + ", " + Counted.of(rows, "row") + " as of " + asOf + ", "
                    + Counted.of(features.size(), "feature"));
            if (left > 0) {
                said.add(String.format(
                        Locale.ROOT,
                        "%,d more had left by then: the table has no features of them but the day, in %s, and nobody scores them",
                        left,
                        FeaturePlan.LEFT));
            }
            return said;
        }
    }

    /**
     * Writes a table to learn from, the {@code dataset.yaml} that describes it and, where there are value models, {@value ValueModels#FILE} with the
     * parameters of each date, to be kept with whatever learns from the table.
     *
     * @param target a folder that exists
     * @param yaml name of the description
     * @throws InputException if the history cannot be read, is too short, or shows nobody or everybody leaving
     */
    public TrainingSnapshot training(Path target, String yaml) {
        requireCareLog();
        history.plan();
        try (HistoryTables tables = HistoryTables.load(history.description(), folder, settings, progress)) {
            CustomerHistory made = seasonal(tables);
            FeaturePlan plan = made.plan();
            List<Feature> features = plan.features();
            tables.require(plan);
            SnapshotDates dates = SnapshotDates.of(
                    history.snapshots(), history.churn(), tables.begins(), tables.ends(), tables.newsEnds());
            Optional<ValueStep> value = plan.value().map(columns -> new ValueStep(columns, frozen));
            SortedMap<String, Long> states = fill(tables, plan, value, dates.dates(), plan::labelledSql);
            long rows = states.getOrDefault("ok", 0L);
            long positives = tables.positives();
            Optional<CareRows> care = care(tables, states);
            care.ifPresent(Snapshot::requireHeldOut);
            requireBoth(tables, dates.dates(), rows, positives);
            boolean weighted = new TableDescription(history).isWeighted();
            RowColumns columns = new RowColumns(true, List.of(), weighted, Optional.empty(), List.of("ok"));
            write(tables, plan, columns, List.of(), target.resolve(TABLE));
            bytes(
                    target.resolve(yaml),
                    new TableDescription(history).yaml(TABLE, features).getBytes(StandardCharsets.UTF_8));
            value.filter(step -> step.plan().models())
                    .ifPresent(step -> bytes(
                            target.resolve(ValueModels.FILE), step.models().json()));
            List<String> said = new ArrayList<>(tables.notes());
            value.ifPresent(step -> said.addAll(SnapshotText.ofValue(step)));
            said.addAll(SnapshotText.lines(
                    dates, OptionalLong.empty(), states, positives, features.size(), tables.events()));
            care.ifPresent(counts -> said.addAll(SnapshotText.ofCare(counts)));
            BaselineSql baseline = new BaselineSql(history.description(), history.churn());
            SortedMap<LocalDate, UnitFacts> facts = new TreeMap<>();
            for (LocalDate date : dates.dates()) {
                progress.at(
                        "baselines as of " + date, facts.size(), dates.dates().size());
                facts.put(date, tables.facts(baseline, date));
            }
            return new TrainingSnapshot(said, facts, tables.departures(baseline), care);
        }
    }

    /**
     * Writes the rows to learn from for whoever learns elsewhere: with the outcome, the type of the leave where leaves have types, the part that judging
     * the last month makes of the row ({@code training}, {@code left-out} since its outcome was not known when that month began, {@code test}), the
     * weight where rows have one, the features and the plan.
     *
     * @param asOf one date; without it all that {@link #training} learns from
     * @param file CSV, compressed if it ends in {@code .gz}; Parquet if it ends in {@code .parquet}
     * @return what there is to say, one sentence each
     * @throws InputException if the history cannot be read, the outcome of the date is not known yet, or nobody is at risk
     */
    public List<String> labelled(Optional<LocalDate> asOf, Path file) {
        requireCareLog();
        history.plan();
        try (HistoryTables tables = HistoryTables.load(history.description(), folder, settings, progress)) {
            CustomerHistory made = seasonal(tables);
            FeaturePlan plan = made.plan();
            List<Feature> features = plan.features();
            tables.require(plan);
            asOf.ifPresent(date -> requireWithin(date, tables));
            SnapshotDates dates = asOf.map(
                            date -> SnapshotDates.one(date, history.churn(), tables.ends(), tables.newsEnds()))
                    .orElseGet(() -> SnapshotDates.of(
                            history.snapshots(), history.churn(), tables.begins(), tables.ends(), tables.newsEnds()));
            Optional<ValueStep> value = plan.value().map(columns -> new ValueStep(columns, frozen));
            SortedMap<String, Long> states = fill(tables, plan, value, dates.dates(), plan::labelledSqlWithType);
            long rows = states.getOrDefault("ok", 0L);
            if (rows == 0) {
                throw nobody(dates.dates());
            }
            Optional<CareRows> care = care(tables, states);
            List<String> names = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            if (new OutcomeSql(history.description(), history.churn()).hasLeaveTypes()) {
                names.add(OutcomeSql.LEAVE_TYPE);
                texts.add(OutcomeSql.LEAVE_TYPE);
            }
            if (asOf.isEmpty()) {
                names.add("part");
                texts.add(dates.part(history.churn().knownAfterDays()));
            }
            RowColumns columns = new RowColumns(
                    true, texts, care.isPresent(), Optional.of(made.planDigest(models(value))), List.of("ok"));
            write(tables, plan, columns, names, file);
            List<String> said = new ArrayList<>(tables.notes());
            value.ifPresent(step -> said.addAll(SnapshotText.ofValue(step)));
            long censored = 0;
            int counted = 0;
            for (LocalDate date : dates.censored()) {
                progress.at("rows as of " + date, counted++, dates.censored().size());
                censored += tables.count(plan.atRiskSql(date));
            }
            said.addAll(SnapshotText.lines(
                    dates, OptionalLong.of(censored), states, tables.positives(), features.size(), tables.events()));
            care.ifPresent(counts -> said.addAll(SnapshotText.ofCare(counts)));
            return said;
        }
    }

    private InputException nobody(List<LocalDate> dates) {
        return new InputException(
                "nobody_at_risk",
                "nobody is at risk as of " + SnapshotText.dates(dates) + ": no "
                        + history.description().unit()
                        + " was active before any of them and has not left; expected other 'snapshots' or a longer atRiskDays");
    }

    private Optional<CareRows> care(HistoryTables tables, SortedMap<String, Long> states) {
        return new OutcomeSql(history.description(), history.churn()).isWeighted()
                ? Optional.of(new CareRows(
                        states.getOrDefault("treated", 0L),
                        states.getOrDefault("unlogged", 0L),
                        tables.weighted(),
                        tables.weightedLeavers(),
                        tables.stoodFor()))
                : Optional.empty();
    }

    private void requireCareLog() {
        if (history.churn().estimand() == Estimand.NO_CARE
                && history.description().careLog().isEmpty()) {
            throw new InputException(
                    "no_care_log",
                    "'estimand' of 'churn' is no-care, but 'sources' has no 'care', the log of who was assigned care and who was held out"
                            + " instead; expected one, or usual-care");
        }
    }

    /** Leaving out whoever got care, with nobody in their place, does not give the risk without care. */
    private static void requireHeldOut(CareRows care) {
        long left = care.assigned() + care.unlogged();
        if (left > 0 && care.weighted() == 0) {
            throw new InputException(
                    "no_shadows",
                    Counted.of(left, "row is left out for the care it got", "rows are left out for the care they got")
                            + ", but nobody who was held out instead stands for "
                            + (left == 1 ? "it" : "them")
                            + "; expected lines of"
                            + " the arm shadow, with a share below 1, in the source 'care', or the estimand usual-care");
        }
    }

    /** The column for the part of the year is made where the dates to learn from tell what it does, unless the description says otherwise. */
    private CustomerHistory seasonal(HistoryTables tables) {
        return history.withSeasonUnlessSaid(SnapshotDates.seeEachSeasonTwice(
                history.snapshots(), history.churn(), tables.begins(), tables.ends(), tables.newsEnds()));
    }

    private static ValueModels models(Optional<ValueStep> value) {
        return value.filter(step -> step.plan().models()).map(ValueStep::models).orElse(ValueModels.none());
    }

    private static void requireWithin(LocalDate asOf, HistoryTables tables) {
        if (!asOf.isAfter(tables.begins()) || asOf.isAfter(tables.ends())) {
            throw new InputException(
                    "as_of_outside",
                    String.format(
                            Locale.ROOT,
                            "the date %s is outside the history, which knows everything from %s to before %s: of its %s %,d occurred before"
                                    + " the date; expected a date after the former and not after the latter",
                            asOf,
                            tables.begins(),
                            tables.ends(),
                            Counted.of(tables.events(), "event"),
                            tables.eventsBefore(asOf)));
        }
    }

    private void requireBoth(HistoryTables tables, List<LocalDate> dates, long rows, long positives) {
        String when = SnapshotText.dates(dates);
        if (rows == 0) {
            throw nobody(dates);
        }
        if (positives == 0 || positives == rows) {
            throw new InputException(
                    "one_class",
                    String.format(
                            Locale.ROOT,
                            "by the definition of 'churn', %s of %s as of %s left within %d days, such as %s; %s; expected some to leave and"
                                    + " some to stay",
                            positives == 0 ? "none" : "all",
                            Counted.of(rows, "row"),
                            when,
                            history.churn().horizonDays(),
                            String.join(", ", tables.examples()),
                            SnapshotText.tellTale(history.churn().leaving(), tables)));
        }
    }

    private void write(HistoryTables tables, FeaturePlan plan, RowColumns columns, List<String> texts, Path file) {
        List<String> header = new TableDescription(history).header(plan.features(), columns, texts);
        try (AtomicFile atomic = AtomicFile.create(file)) {
            if (file.toString().endsWith(".parquet")) {
                tables.writeParquet(header, plan, columns, atomic.stream());
                atomic.commit();
                return;
            }
            try (CsvWriter csv = CsvWriter.to(stream(atomic, file), CsvStyle.raw())) {
                tables.write(header, plan, columns, csv);
            }
            atomic.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the rows of every date, and says how many are of each state. */
    private SortedMap<String, Long> fill(
            HistoryTables tables,
            FeaturePlan plan,
            Optional<ValueStep> value,
            List<LocalDate> dates,
            Function<LocalDate, String> sql) {
        SortedMap<String, Long> states = new TreeMap<>();
        int done = 0;
        for (LocalDate date : dates) {
            progress.at("features as of " + date, done++, dates.size());
            value.ifPresent(step -> step.fill(tables, plan, date));
            tables.snapshot(sql.apply(date), date).forEach((state, rows) -> states.merge(state, rows, Long::sum));
        }
        return states;
    }

    private static OutputStream stream(AtomicFile atomic, Path file) throws IOException {
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(atomic.stream()) : atomic.stream();
    }

    private static void bytes(Path file, byte[] content) {
        try (AtomicFile atomic = AtomicFile.create(file)) {
            atomic.stream().write(content);
            atomic.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
