package io.holdfast.cli;

import io.holdfast.cli.outcomes.OutcomeRows;
import io.holdfast.cli.rows.RowImport;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "outcomes",
        description = "What became of customers: who stayed, left, came back, what they said and brought.")
final class OutcomesCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    OutcomesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command: import");
    }

    @Command(
            name = "import",
            description = {
                "Takes a CSV file of outcomes into the store. The same file twice counts once; lines that are not taken are named, the others are kept.",
                "Columns: outcome_id, customer_id, kind, occurred_at, reported_at; as needed unit_id, leave_type, reason, amount, prediction_id,"
                        + " decision_id, supersedes.",
                "The amount of satisfaction is on a scale of your own, such as 1 to 10, the same for all; more is better. Days in place of moments are taken,"
                        + " too."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  holdfast outcomes import outcomes.csv --store care.db",
                "  holdfast outcomes import outcomes.csv --server http://127.0.0.1:8080"
            })
    int read(
            @Parameters(paramLabel = "FILE", description = "The CSV file, .gz too.") Path file,
            @Mixin StoreOptions where,
            @Mixin TableOptions table,
            @Mixin LanguageOption language) {
        TableFormat format = table.over(TableFormat.csv());
        try (StoreClient client = where.client(console, language.or(Language.ENGLISH))) {
            RowImport.Result result = new RowImport(
                            file,
                            format,
                            new OutcomeRows(),
                            body -> client.post("/v1/outcomes", body),
                            sentence -> console.err().println("holdfast: " + Excerpt.plain(sentence)))
                    .run();
            console.err().println(sum(result));
            return result.refused() == 0 ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private static String sum(RowImport.Result result) {
        String flags = result.flags().entrySet().stream()
                .map(flag -> flag.getKey() + " " + flag.getValue())
                .collect(Collectors.joining(", "));
        return result.written() + " outcomes are new, " + result.unchanged() + " were there already, "
                + result.refused() + " were refused." + (flags.isEmpty() ? "" : " Odd among them: " + flags + ".");
    }
}
