package io.holdfast.cli;

import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.EvaluationResult;
import io.holdfast.training.publish.Evaluations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = {
            "Judges a model on rows it was not trained on, with 95 %% intervals and the base rate beside.",
            "Of the training table only the held-out rows are used; another table that shares rows with it is refused, and so is one with rows of dates on which not all outcomes that the model learned from were known."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast evaluate telco.bundle datasets/telco/telco.csv",
            "  holdfast evaluate telco.bundle this-quarter.csv --json verdict.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Parameters(index = "1", paramLabel = "TABLE", description = "A table with the label and the model's columns.")
    private Path table;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private TableOptions format = new TableOptions();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        json.requireWritable(bundle, table);
        Histories.requireTable(
                table,
                "a table with the label: holdfast features " + ShellWord.of(table) + " --labelled --bundle "
                        + ShellWord.of(bundle)
                        + " --as-of DATE -o later.csv, of a date on which all outcomes that the model learned from were known; what judges by month: holdfast backtest "
                        + ShellWord.of(table));
        ModelBundle loaded = BundleReader.read(bundle);
        TableFormat written = Snapshots.ofPlan(
                bundle, loaded, format.over(loaded.description().format()));
        EvaluationSettings settings = EvaluationSettings.defaults().withSeed(seed.value());
        EvaluationResult result = console.watched(progress -> Evaluations.evaluate(
                loaded, table, written, BundleHistory.maturityDays(bundle, loaded), settings, progress));
        json.write(result.evaluation());
        result.notes().forEach(console.out()::println);
        console.out().println(EvaluationText.of(result.evaluation()));
        return ExitCode.OK;
    }
}
