package io.holdfast.cli;

import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.training.baseline.GainText;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        description = {
            "Trains a model on a described table, or on snapshots of a history, judges it on held-out rows, and publishes it as a bundle.",
            "Equal table, description and seed give an equal bundle, byte for byte on the same kind of machine, but for the time of training, which SOURCE_DATE_EPOCH sets."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast train datasets/telco/dataset.yaml -o telco.bundle",
            "  holdfast train datasets/telco/dataset.yaml --seed 7 -o telco.zip --overwrite",
            "  holdfast train shop/history.yaml -o shop.bundle"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DESCRIPTION.yaml", description = "The description of the table, or of the history.")
    private Path dataset;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "BUNDLE",
            description = "The bundle: a folder to be, or a file ending in .zip.")
    private Path bundle;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--overwrite", description = "Replace the bundle if it exists.")
    private boolean overwrite;

    @Option(names = "--allow-duplicate-ids", description = "A customer may stand in several rows.")
    private boolean allowDuplicateIds;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DescriptionFile.require(dataset);
        BundleWriter.requireWritable(bundle, overwrite);
        Playbooks.requireUsable(dataset);
        TrainingResult result = trained();
        BundleManifest manifest = BundleWriter.write(result.content(), bundle, overwrite);
        result.facts().forEach(console.out()::println);
        result.notes().forEach(console.out()::println);
        console.out().println();
        console.out().println(EvaluationText.of(result.evaluation()));
        if (result.gains().isEmpty()) {
            result.logistic().map(EvaluationText::beside).ifPresent(console.out()::println);
        } else {
            console.out().println("Beside baselines on the same rows:");
            console.out().print(GainText.of(result.gains()));
        }
        console.out().println("Model " + manifest.modelId() + ", digest " + manifest.digest() + ", is in " + bundle);
        return ExitCode.OK;
    }

    private TrainingResult trained() {
        Instant instant = Instants.ofRun(console.clock());
        if (CustomerHistory.is(dataset)) {
            return new HistoryTraining(console, dataset).run(seed, instant);
        }
        TrainingRequest request = TrainingRequest.of(dataset, seed, instant).withDuplicateIds(allowDuplicateIds);
        return console.watched(progress -> TrainingRun.run(request, progress));
    }
}
