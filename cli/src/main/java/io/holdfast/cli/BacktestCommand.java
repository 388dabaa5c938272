package io.holdfast.cli;

import io.holdfast.training.backtest.Backtest;
import io.holdfast.training.backtest.BacktestRequest;
import io.holdfast.training.backtest.BacktestResult;
import io.holdfast.training.backtest.BacktestText;
import io.holdfast.training.backtest.LeaveDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backtest",
        description = {
            "Judges the learner on a history, month after month: each by a model that learned from what was known when the month began.",
            "Beside it stand the model of the first month, left as it was, logistic regression, and what needs no learning: recency, BG/NBD, contracts that end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast backtest shop/history.yaml",
            "  holdfast backtest shop/history.yaml --periods 12 --json backtest.json"
        })
final class BacktestCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HISTORY.yaml", description = "The description of the history.")
    private Path yaml;

    @Option(
            names = "--periods",
            defaultValue = "6",
            paramLabel = "N",
            description = "How many months to judge, the latest that can be, "
                    + BacktestRequest.LEAST + " to " + BacktestRequest.MOST
                    + " (default: ${DEFAULT-VALUE}).")
    private int periods;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JsonOption json = new JsonOption();

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (periods < BacktestRequest.LEAST || periods > BacktestRequest.MOST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--periods " + periods + "; expected a whole number from " + BacktestRequest.LEAST + " to "
                            + BacktestRequest.MOST);
        }
        Histories.requireHistory(yaml);
        json.requireWritable(yaml);
        try (HistoryTable table = HistoryTable.of(console, yaml)) {
            List<LeaveDay> leaves = table.snapshot().departures().stream()
                    .map(departure -> new LeaveDay(departure.unit(), departure.day()))
                    .toList();
            BacktestRequest request = BacktestRequest.of(
                    table.datasetYaml(), HistoryTraining.refit(table), leaves, periods, seed.value());
            BacktestResult result = console.watched(progress -> Backtest.run(request, progress));
            json.write(result);
            table.snapshot().said().forEach(console.out()::println);
            result.notes().forEach(console.out()::println);
            console.out().println();
            console.out().print(BacktestText.of(result));
            console.out().flush();
            return ExitCode.OK;
        }
    }
}
