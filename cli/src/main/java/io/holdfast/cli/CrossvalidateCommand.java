package io.holdfast.cli;

import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.crossvalidation.Comparison;
import io.holdfast.training.crossvalidation.ComparisonText;
import io.holdfast.training.crossvalidation.CrossValidationRequest;
import io.holdfast.training.crossvalidation.CrossValidationRun;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "crossvalidate",
        description = {
            "Judges the learner on every row of a table, each by a model that had not seen it, beside the logistic regression and the base rate.",
            "Folds are stratified and keep groups, customers and near-copies together, unless a file gives them: a column per repeat, a line per row in the table's order, each cell the number of a fold from 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast crossvalidate datasets/telco/dataset.yaml",
            "  holdfast crossvalidate datasets/telco/dataset.yaml \\",
            "    --folds datasets/telco/folds.csv --predictions predictions.csv"
        })
final class CrossvalidateCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET.yaml", description = "The description of the table.")
    private Path dataset;

    @Option(names = "--folds", paramLabel = "FILE", description = "Folds of every row (default: drawn at random).")
    private @Nullable Path folds;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many folds to draw, 2 to " + CrossValidationRequest.MOST + " (default: 5).")
    private @Nullable Integer count;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often to draw them, 1 to " + CrossValidationRequest.MOST + " (default: 2).")
    private @Nullable Integer repeats;

    @Option(
            names = "--predictions",
            paramLabel = "OUT.csv",
            description =
                    "Write row,repeat,fold,label,probability here, and weight where rows have one: rows from 1 in the table's order, label 1 for who left.")
    private @Nullable Path predictions;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--allow-duplicate-ids", description = "A customer may stand in several rows.")
    private boolean allowDuplicateIds;

    CrossvalidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        DescriptionFile.require(dataset);
        Histories.requireOfTable(
                dataset,
                "the dataset.yaml of a table; a history is judged by month, by what was known when each began: holdfast backtest "
                        + ShellWord.of(dataset));
        json.requireWritable(dataset, folds, predictions);
        if (predictions != null) {
            json.requireOther(predictions, dataset, folds);
        }
        CrossValidationRequest request = new CrossValidationRequest(
                dataset,
                List.of(
                        new AdditiveTrainer(AdditiveSettings.defaults()),
                        new LogisticTrainer(LogisticSettings.defaults())),
                Optional.ofNullable(folds),
                count == null ? 5 : count,
                repeats == null ? 2 : repeats,
                seed.value(),
                allowDuplicateIds);
        CrossValidationRun run = console.watched(progress -> CrossValidationRun.of(request, progress));
        Comparison comparison = run.comparison();
        if (predictions != null) {
            run.writePredictions(predictions);
        }
        json.write(comparison);
        run.notes().forEach(console.out()::println);
        console.out().print(ComparisonText.of(comparison));
        console.out().flush();
        return ExitCode.OK;
    }

    private void requireSense() {
        if (folds != null && (count != null || repeats != null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--folds gives the folds; expected neither --count nor --repeats beside it");
        }
        requireWithin("--count", count, 2);
        requireWithin("--repeats", repeats, 1);
    }

    private void requireWithin(String option, @Nullable Integer value, int least) {
        if (value != null && (value < least || value > CrossValidationRequest.MOST)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    option + " " + value + "; expected a whole number from " + least + " to "
                            + CrossValidationRequest.MOST);
        }
    }
}
