package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.waterfall.CareText;
import io.holdfast.cli.waterfall.Waterfall;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.answer.CustomerAnswer;
import io.holdfast.serving.answer.CustomerDesk;
import io.holdfast.serving.answer.CustomerLookup;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Shows how one customer's score comes about: from the average customer, reason by reason, to the log-odds and the probability; and the recommended care.",
            "The numbers are the ones that score and the server give; --full shows all their digits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast explain telco.bundle datasets/telco/telco.csv --customer T0002",
            "  holdfast explain telco.bundle datasets/telco/telco.csv --customer T0002 \\",
            "    --language zh-CN",
            "  holdfast explain shop.bundle shop/history.yaml --as-of 2026-01-31 \\",
            "    --customer C0000012"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description =
                    "A table with the customer; or the description of a history, .yaml, for a model that learned from one.")
    private Path table;

    @Option(
            names = "--customer",
            required = true,
            paramLabel = "ID",
            description = "The customer's id; the row's number where the table has no ids.")
    private String customer;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The customer's row of this day (default: the latest); day the values were known, for tables without a date column and for histories (default: today, UTC).")
    private @Nullable String asOf;

    @Option(
            names = "--playbook",
            paramLabel = "FILE",
            description = "Decide on care by this playbook, not by the bundle's.")
    private @Nullable Path playbook;

    @Option(names = "--full", description = "Show all digits.")
    private boolean full;

    @Mixin
    private TableOptions format = new TableOptions();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelBundle loaded = BundleReader.read(bundle);
        Optional<Playbook> care = PlaybookChoice.of(loaded, Optional.ofNullable(playbook));
        Instant now = Instants.ofRun(console.clock());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<LocalDate> day = Optional.ofNullable(asOf).map(given -> Instants.day("--as-of", given, now));
        TableFormat written = format.over(loaded.description().format());
        CustomerRecord record = LearnedFeatures.use(
                console,
                loaded,
                bundle,
                table,
                written,
                asOf,
                (customers, marked) ->
                        new CustomerLookup(loaded.description(), day, today).find(customers, marked, customer));
        Language shown = language.or(loaded.description().language());
        CustomerAnswer.Scored answer =
                new CustomerDesk(loaded, care).answer(record, new ExplainOptions(0, 0, shown), today);
        new Waterfall(loaded, new Explainer(loaded), shown, full)
                .draw(answer.score(), Terminal.width())
                .forEach(console.out()::println);
        console.out().println(CareText.of(answer, shown));
        for (InputWarning warning : answer.warnings()) {
            String about = warning.field().isEmpty() ? "" : warning.field() + ": ";
            console.out().println(Excerpt.plain(about + warning.message(shown)));
        }
        return ExitCode.OK;
    }
}
