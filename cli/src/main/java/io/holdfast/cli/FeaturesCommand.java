package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.bundle.BundleReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "features",
        description = {
            "Turns a history of dated events into a table of features, one line for each customer at risk, as known before a date.",
            "What happened on the date or later, or became known only then, has no part in it. docs/history-description.md describes history.yaml.",
            "With --labelled it writes the rows that 'train' learns from, with who left, to be taken to a notebook or another learner."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast features shop/history.yaml --as-of 2026-01-31 -o features.csv",
            "  holdfast features shop/history.yaml --as-of 2026-01-31 --bundle shop.bundle \\",
            "    -o features.csv.gz",
            "  holdfast features shop/history.yaml --labelled -o labelled.parquet"
        })
final class FeaturesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "HISTORY.yaml", description = "The description of the history.")
    private Path history;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day whose beginning the features are known at; with --labelled not needed: all dates that 'train' learns from.")
    private @Nullable String asOf;

    @Option(
            names = "--labelled",
            description =
                    "Write the rows to learn from: with who left within the horizon, how, and which part judging the last month makes of them.")
    private boolean labelled;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT",
            description = "The table: CSV, compressed if it ends in .gz, or Parquet if it ends in .parquet.")
    private Path output;

    @Option(
            names = "--bundle",
            paramLabel = "BUNDLE",
            description =
                    "Make the features this model learned from, with its value models, whatever the history's own description says of them; what 'serve --snapshot' takes.")
    private @Nullable Path bundle;

    @Option(names = "--intervals", description = "Add the 95 %% intervals of what value models expect.")
    private boolean intervals;

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

    FeaturesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (asOf == null && !labelled) {
            throw new WrongOptionException("--as-of DATE is missing; expected it, or --labelled");
        }
        Histories.requireHistory(history);
        Outputs.requireApart(output, history, bundle);
        Outputs.requireNew(output, overwrite);
        said().forEach(console.out()::println);
        return ExitCode.OK;
    }

    private List<String> said() {
        if (bundle != null) {
            if (intervals) {
                throw new WrongOptionException(
                        "--intervals go with the features of the history's own description; expected no --bundle beside it");
            }
            LearnedFeatures learned = LearnedFeatures.of(BundleReader.read(bundle), bundle, history);
            return labelled
                    ? learned.writeLabelled(console, history, day(), output)
                    : learned.write(console, history, asOf, output);
        }
        CustomerHistory described = CustomerHistory.read(history);
        CustomerHistory made = intervals ? described.withIntervals() : described;
        return labelled
                ? console.watched(progress -> new Snapshot(made, folder(history), DatabaseSettings.standard(), progress)
                        .labelled(day(), output))
                : write(console, made, history, asOf, output);
    }

    private Optional<LocalDate> day() {
        return asOf == null
                ? Optional.empty()
                : Optional.of(Instants.day("--as-of", asOf, console.clock().instant()));
    }

    /** Writes the features of a history whose files lie beside its description. */
    static List<String> write(Console console, CustomerHistory history, Path yaml, @Nullable String asOf, Path output) {
        LocalDate day = Instants.day("--as-of", asOf, console.clock().instant());
        return console.watched(progress ->
                new Snapshot(history, folder(yaml), DatabaseSettings.standard(), progress).features(day, output));
    }

    /** Where a history's relative paths begin. */
    static Path folder(Path yaml) {
        Path folder = yaml.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }
}
