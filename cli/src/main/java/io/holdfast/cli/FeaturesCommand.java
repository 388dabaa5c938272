package io.holdfast.cli;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.bundle.BundleReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "features",
        description = {
            "Turns a history of dated events into a table of features, one line for each customer at risk, as known before a date.",
            "What happened on the date or later, or became known only then, has no part in it. docs/history-description.md describes history.yaml."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast features shop/history.yaml --as-of 2026-01-31 -o features.csv",
            "  holdfast features shop/history.yaml --as-of 2026-01-31 --bundle shop.bundle \\",
            "    -o features.csv.gz"
        })
final class FeaturesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "HISTORY.yaml", description = "The description of the history.")
    private Path history;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "The day whose beginning the features are known at.")
    private String asOf;

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
            return LearnedFeatures.of(BundleReader.read(bundle), bundle, history)
                    .write(console, history, asOf, output);
        }
        CustomerHistory described = CustomerHistory.read(history);
        return write(console, intervals ? described.withIntervals() : described, history, asOf, output);
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
