package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features a model learned from: the plan and the value models in its bundle, of the files that a history's description names today. */
final class LearnedFeatures {
    private final CustomerHistory history;
    private final ValueModels values;
    private final boolean knowsDeparture;

    private LearnedFeatures(CustomerHistory history, ValueModels values, boolean knowsDeparture) {
        this.knowsDeparture = knowsDeparture;
        this.history = history;
        this.values = values;
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
        return new LearnedFeatures(
                plan.at(CustomerHistory.read(yaml)),
                BundleHistory.values(path, bundle),
                bundle.description().with(ColumnRole.DEPARTURE).isPresent());
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
}
