package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.features.snapshot.TrainingSnapshot;
import io.holdfast.scoring.fault.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The table to learn from that a history gives, in a folder of its own that is gone when closed. */
final class HistoryTable implements Closeable {
    private static final String DATASET = "dataset.yaml";

    private final CustomerHistory history;
    private final Scratch folder;
    private final TrainingSnapshot snapshot;

    private HistoryTable(CustomerHistory history, Scratch folder, TrainingSnapshot snapshot) {
        this.history = history;
        this.folder = folder;
        this.snapshot = snapshot;
    }

    /** Makes it; nothing is left where that fails. */
    static HistoryTable of(Console console, Path yaml) throws IOException {
        CustomerHistory history = CustomerHistory.read(yaml);
        Scratch folder = Scratch.create();
        boolean made = false;
        try {
            TrainingSnapshot snapshot = console.watched(progress -> new Snapshot(
                            history, FeaturesCommand.folder(yaml), DatabaseSettings.standard(), progress)
                    .training(folder.path(), DATASET));
            made = true;
            return new HistoryTable(history, folder, snapshot);
        } finally {
            if (!made) {
                folder.close();
            }
        }
    }

    CustomerHistory history() {
        return history;
    }

    TrainingSnapshot snapshot() {
        return snapshot;
    }

    /** The description of the table. */
    Path datasetYaml() {
        return folder.path().resolve(DATASET);
    }

    /** Lays another file beside the table. */
    void put(String name, byte[] content) throws IOException {
        folder.put(name, content);
    }

    /** What is wrong with the table, said of what it was made from. */
    InputException saidOf(InputException fault, String name) {
        return folder.saidOf(fault, Snapshot.TABLE, name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
