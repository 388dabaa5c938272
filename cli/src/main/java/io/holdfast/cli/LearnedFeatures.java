package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.publish.FirstTestDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The features a model learned from: the plan and the value models in its bundle, of the files that a history's description names today. */
final class LearnedFeatures {
    private static final String TABLE = "features.csv";

    private final CustomerHistory history;
    private final CustomerHistory labelled;
    private final ValueModels values;
    private final boolean knowsDeparture;
    private final Optional<FirstTestDate> firstTestDate;

    private LearnedFeatures(
            CustomerHistory history,
            CustomerHistory labelled,
            ValueModels values,
            boolean knowsDeparture,
            Optional<FirstTestDate> firstTestDate) {
        this.firstTestDate = firstTestDate;
        this.knowsDeparture = knowsDeparture;
        this.history = history;
        this.labelled = labelled;
        this.values = values;
    }

    /**
     * What is done with a table of customers.
     *
     * @param <T> what comes of it
     * @param <E> what may go wrong besides
     */
    @FunctionalInterface
    interface Use<T, E extends Exception> {
        T table(Path customers, TableFormat format) throws E;
    }

    /**
     * Hands a table over; of a history, that of the features which the model learned from, whatever the history's own description says of them.
     *
     * @param path of the bundle, as messages name it
     * @param table the table, or the description of a history
     * @param format how the table is written
     * @param asOf the day of a history's features; today where null
     * @throws InputException if it describes a table, or has features of another plan, or the model did not learn from a history
     */
    static <T, E extends Exception> T use(
            Console console,
            ModelBundle bundle,
            Path path,
            Path table,
            TableFormat format,
            @Nullable String asOf,
            Use<T, E> use)
            throws E {
        if (!Histories.isDescription(table)) {
            return use.table(table, Snapshots.ofPlan(path, bundle, format));
        }
        Histories.requireHistoryNotTable(table);
        LearnedFeatures learned = of(bundle, path, table);
        LocalDate day = Instants.day("--as-of", asOf, console.clock().instant());
        try (Scratch folder = Scratch.create()) {
            Path features = folder.path().resolve(TABLE);
            learned.write(console, table, asOf, features).forEach(console.out()::println);
            try {
                return use.table(features, format);
            } catch (InputException e) {
                throw folder.saidOf(e, TABLE, "the table of features of " + table + " as of " + day);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param path of the bundle, as messages name it
     * @param yaml where the files are
     * @throws InputException if the model did not learn from a history
     */
    static LearnedFeatures of(ModelBundle bundle, Path path, Path yaml) {
        CustomerHistory plan = BundleHistory.of(path, bundle)
                .orElseThrow(() -> new InputException(
                        "no_plan",
                        path + " was trained on a table, not on a history; expected a table of customers instead of "
                                + yaml));
        CustomerHistory places = CustomerHistory.read(yaml);
        return new LearnedFeatures(
                plan.at(places),
                plan.atWithCareLog(places),
                BundleHistory.values(path, bundle),
                bundle.description().with(ColumnRole.DEPARTURE).isPresent(),
                FirstTestDate.of(bundle, plan.churn().maturityDays()));
    }

    /** Writes the features as of a day; returns what there is to say. */
    List<String> write(Console console, Path yaml, @Nullable String asOf, Path output) {
        LocalDate day = Instants.day("--as-of", asOf, console.clock().instant());
        return console.watched(progress -> {
            Snapshot snapshot = new Snapshot(
                            history, FeaturesCommand.folder(yaml), DatabaseSettings.standard(), progress)
                    .with(values);
            return (knowsDeparture ? snapshot : snapshot.withoutDeparted()).features(day, output);
        });
    }

    /** Writes the rows to learn from, with the outcome, as of a day or of all days; returns what there is to say. */
    List<String> writeLabelled(Console console, Path yaml, Optional<LocalDate> day, Path output) {
        List<String> said = new ArrayList<>(console.watched(
                progress -> new Snapshot(labelled, FeaturesCommand.folder(yaml), DatabaseSettings.standard(), progress)
                        .with(values)
                        .labelled(day, output)));
        firstTestDate
                .filter(first -> day.isEmpty() || day.get().isBefore(first.date()))
                .map(LearnedFeatures::tooEarly)
                .ifPresent(said::add);
        return said;
    }

    private static String tooEarly(FirstTestDate first) {
        return "evaluate judges " + first.model() + " by rows of " + first.date()
                + " or later, when all outcomes that it learned from were known; no earlier row is held out from it, whatever its part";
    }
}
