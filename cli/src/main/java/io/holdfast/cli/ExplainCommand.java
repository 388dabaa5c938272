package io.holdfast.cli;

import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.waterfall.Waterfall;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Shows how one customer's score comes about: from the average customer, reason by reason, to the log-odds and the probability.",
            "The numbers are the ones that score and the server give; --full shows all their digits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast explain telco.bundle datasets/telco/telco.csv --customer T0002",
            "  holdfast explain telco.bundle datasets/telco/telco.csv --customer T0002 --language zh-CN"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Parameters(index = "1", paramLabel = "TABLE", description = "A table with the customer.")
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
            description = "Day the values were known, for tables without a date column (default: today, UTC).")
    private @Nullable String asOf;

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
        ChurnScore score = score(loaded);
        Language shown = language.or(loaded.description().language());
        new Waterfall(loaded, new Explainer(loaded), shown, full)
                .draw(score, Terminal.width())
                .forEach(console.out()::println);
        for (InputWarning warning : score.warnings()) {
            console.out().println(warning.field() + ": " + warning.message(shown));
        }
        return ExitCode.OK;
    }

    private ChurnScore score(ModelBundle loaded) {
        try (TableReader reader =
                TableReader.open(table, format.over(loaded.description().format()))) {
            Instant now = Instants.ofRun(console.clock());
            TableRecords records = new TableRecords(
                    reader.name(), reader.header(), loaded.description(), Instants.day("--as-of", asOf, now));
            TableRow found = null;
            while (reader.advance()) {
                TableRow row = reader.row();
                if (records.id(row).equals(customer)) {
                    if (found != null) {
                        throw new InputException(
                                "duplicate_id",
                                reader.name() + " has the customer " + Excerpt.of(customer) + " in line " + found.line()
                                        + " and in line " + row.line() + "; expected one");
                    }
                    found = row;
                }
            }
            if (found == null) {
                throw new InputException("not_found", reader.name() + " has no customer " + Excerpt.of(customer));
            }
            return score(loaded, records, found, reader.name(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    private static ChurnScore score(
            ModelBundle loaded, TableRecords records, TableRow row, String name, LocalDate today) {
        try {
            return new Scorer(loaded).score(AsOfDay.requireKnown(records.read(row), today));
        } catch (RefusedException e) {
            throw new InputException(
                    e.refusal().code(),
                    name + " line " + row.line() + ": " + e.refusal().message(),
                    e);
        }
    }
}
