package io.holdfast.cli;

import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.progress.StepTimes;
import io.holdfast.training.baseline.GainText;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--overwrite", description = "Replace what is written if it exists.")
    private boolean overwrite;

    @Option(names = "--allow-duplicate-ids", description = "A customer may stand in several rows.")
    private boolean allowDuplicateIds;

    @Mixin
    private TimesOption times = new TimesOption();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        DescriptionFile.require(dataset);
        BundleWriter.requireWritable(bundle, overwrite);
        times.requireWritable(overwrite, dataset, bundle);
        Playbooks.requireUsable(dataset, console);
        StepTimes steps = new StepTimes(step -> {});
        TrainingResult result = trained(console.timedBy(steps));
        steps.at("write the bundle", 0, 1);
        BundleManifest manifest = BundleWriter.write(result.content(), bundle, overwrite);
        result.facts().forEach(console.out()::println);
        result.notes().forEach(console.out()::println);
        console.out().println();
        console.out().println(EvaluationText.of(result.evaluation()));
        if (result.gains().isEmpty()) {
            result.logistic().map(EvaluationText::beside).ifPresent(console.out()::println);
        } else {
            console.out().println("Beside baselines on the same rows:");
            console.out().print(GainText.table(result.gains()));
        }
        console.out().println("Model " + manifest.modelId() + ", digest " + manifest.digest() + ", is in " + bundle);
        console.out().flush();
        times.write(steps);
        return ExitCode.OK;
    }

    private TrainingResult trained(Console timed) {
        Instant instant = Instants.ofRun(console.clock());
        if (CustomerHistory.is(dataset)) {
            return new HistoryTraining(timed, dataset).run(seed.value(), instant);
        }
        TrainingRequest request =
                TrainingRequest.of(dataset, seed.value(), instant).withDuplicateIds(allowDuplicateIds);
        return timed.watched(progress -> TrainingRun.run(request, progress));
    }
}
