package io.holdfast.cli;

import io.holdfast.features.snapshot.CareRows;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import io.holdfast.training.publish.Refit;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Training on a history: a table of snapshots in a folder of its own, judged on the last month and learned whole; the history's description goes into the bundle. */
final class HistoryTraining {
    private static final int MOST_YAML_BYTES = 4 << 20;
    private static final String PLAYBOOK = "playbook.yaml";

    private final Console console;
    private final Path yaml;

    HistoryTraining(Console console, Path yaml) {
        this.console = console;
        this.yaml = yaml;
    }

    TrainingResult run(long seed, Instant trainedAt) {
        try (HistoryTable table = HistoryTable.of(console, yaml)) {
            Path playbook = yaml.resolveSibling(PLAYBOOK);
            if (Files.exists(playbook)) {
                table.put(PLAYBOOK, InputFile.bytes(playbook, MOST_YAML_BYTES));
            }
            TrainingRequest request =
                    TrainingRequest.of(table.datasetYaml(), seed, trainedAt).withRefit(refit(table));
            TrainingResult result = trained(table, request);
            BundleContent content = result.content().with(CustomerHistory.FILE, InputFile.bytes(yaml, MOST_YAML_BYTES));
            Path values = table.datasetYaml().resolveSibling(ValueModels.FILE);
            if (Files.exists(values)) {
                content = content.with(ValueModels.FILE, InputFile.bytes(values, MOST_YAML_BYTES));
            }
            if (table.snapshot().care().isPresent()) {
                content = content.with(
                        CareRows.FILE, table.snapshot().care().get().json());
            }
            return result.with(content, table.snapshot().said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrainingResult trained(HistoryTable table, TrainingRequest request) {
        try {
            return console.watched(progress -> TrainingRun.run(request, progress));
        } catch (InputException e) {
            throw table.saidOf(e, "the table of snapshots of " + yaml);
        }
    }

    static Refit refit(HistoryTable table) {
        return new Refit(
                table.history().churn().knownAfterDays(),
                new HistoryBaselines(table.snapshot(), table.history().churn()));
    }
}
