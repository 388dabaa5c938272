package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Training on a history: a table of snapshots in a folder of its own, trained on like any other table; the history's description goes into the bundle. */
final class HistoryTraining {
    private static final int MOST_YAML_BYTES = 4 << 20;
    private static final String DATASET = "dataset.yaml";
    private static final String PLAYBOOK = "playbook.yaml";

    private final Console console;
    private final Path yaml;

    HistoryTraining(Console console, Path yaml) {
        this.console = console;
        this.yaml = yaml;
    }

    TrainingResult run(long seed, Instant trainedAt) {
        CustomerHistory history = CustomerHistory.read(yaml);
        try (Scratch folder = Scratch.create()) {
            List<String> facts = new ArrayList<>(console.watched(progress -> new Snapshot(
                            history, FeaturesCommand.folder(yaml), DatabaseSettings.standard(), progress)
                    .training(folder.path(), DATASET)));
            Path playbook = yaml.resolveSibling(PLAYBOOK);
            if (Files.exists(playbook)) {
                folder.put(PLAYBOOK, InputFile.bytes(playbook, MOST_YAML_BYTES));
            }
            TrainingRequest request = TrainingRequest.of(folder.path().resolve(DATASET), seed, trainedAt);
            TrainingResult result = trained(folder, request);
            BundleContent content = result.content().with(CustomerHistory.FILE, InputFile.bytes(yaml, MOST_YAML_BYTES));
            facts.addAll(result.facts());
            return new TrainingResult(
                    content, result.evaluation(), result.logistic(), result.heldOut(), facts, result.notes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrainingResult trained(Scratch folder, TrainingRequest request) {
        try {
            return console.watched(progress -> TrainingRun.run(request, progress));
        } catch (InputException e) {
            throw folder.saidOf(e, Snapshot.TABLE, "the table of snapshots of " + yaml);
        }
    }
}
