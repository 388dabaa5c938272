package io.holdfast.simulation.history;

import io.holdfast.scoring.table.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The open files of the folder {@code truth}. */
record TruthFiles(
        CsvWriter units, CsvWriter actions, CsvWriter hazards, CsvWriter effects, CsvWriter leaves, CsvWriter care)
        implements Closeable {
    static final String FOLDER = "truth";
    static final List<String> NAMES =
            List.of("units.csv", "actions.csv", "hazards.csv", "effects.csv", "leaves.csv", "care.csv");

    static TruthFiles in(Path folder) throws IOException {
        Path truth = Files.createDirectory(folder.resolve(FOLDER));
        return new TruthFiles(
                HistoryFolder.open(truth.resolve(NAMES.get(0))),
                HistoryFolder.open(truth.resolve(NAMES.get(1))),
                HistoryFolder.open(truth.resolve(NAMES.get(2))),
                HistoryFolder.open(truth.resolve(NAMES.get(3))),
                HistoryFolder.open(truth.resolve(NAMES.get(4))),
                HistoryFolder.open(truth.resolve(NAMES.get(5))));
    }

    @Override
    public void close() {
        for (CsvWriter file : List.of(units, actions, hazards, effects, leaves, care)) {
            file.close();
        }
    }
}
