package io.holdfast.cli;

import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.Clause;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.BatchSummary;
import io.holdfast.serving.batch.OutputSettings;
import io.holdfast.serving.batch.RejectedRow;
import io.holdfast.serving.batch.RowFilter;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.training.publish.HeldOut;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        description = {
            "Scores a list of customers into a CSV file: risk, reasons, care, one line for each row, in the same order.",
            "The file appears whole or not at all. Memory grows by 16 bytes a row at most, to notice a customer who stands there twice.",
            "docs/score-columns.md explains every column of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast score telco.bundle customers.csv -o scores.csv",
            "  holdfast score telco.bundle customers.csv.gz -o scores.csv.gz \\",
            "    --reasons 5 --keep contract,tenure",
            "  holdfast score shop.bundle shop/history.yaml --as-of 2026-01-31 -o scores.csv",
            "  holdfast score telco.bundle 客户.csv -o 流失风险.csv \\",
            "    --language zh-CN --bom --encoding GB18030"
        })
final class ScoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description =
                    "The customers: CSV with the model's columns, .gz if compressed; or the description of a history, .yaml, for a model that learned from one.")
    private Path table;

    @Option(
            names = "--reasons",
            paramLabel = "N",
            defaultValue = "3",
            description = "Reasons per customer, 0 to 10 (default: ${DEFAULT-VALUE}).")
    private int reasons;

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COL",
            description = "Columns of the table to repeat behind all others.")
    private List<String> keep = List.of();

    @Option(names = "--rename", paramLabel = "A=B", description = "Call output column A by the name B.")
    private Map<String, String> renames = Map.of();

    @Option(
            names = "--playbook",
            paramLabel = "FILE",
            description = "Decide on care by this playbook, not by the bundle's.")
    private @Nullable Path playbook;

    @Option(names = "--allow-duplicate-ids", description = "A customer may stand in several rows.")
    private boolean allowDuplicateIds;

    @Option(names = "--held-out", description = "Only the rows of the training table that did not train the model.")
    private boolean heldOut;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Day the values were known, for tables without a date column and for histories (default: day of scoring, UTC).")
    private @Nullable String asOf;

    @Option(
            names = "--scored-at",
            paramLabel = "INSTANT",
            description = "Instant of scoring that stands in every row (default: now).")
    private @Nullable String scoredAt;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Rows worked on at once (default: all processors). The output does not depend on it.")
    private @Nullable Integer threads;

    @Mixin
    private ListOptions list = new ListOptions();

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws TooManyRejectedException {
        list.requireWritable(bundle, table, playbook);
        if (heldOut) {
            Histories.requireTable(
                    table,
                    "the table that the model was trained on beside --held-out, and from a history a model has learned every row");
        }
        ModelBundle loaded = BundleReader.read(bundle);
        return list.use(
                console, loaded, bundle, table, asOf, (customers, written) -> score(loaded, customers, written));
    }

    private int score(ModelBundle loaded, Path customers, TableFormat written) throws TooManyRejectedException {
        BatchScoring scoring = new BatchScoring(loaded, PlaybookChoice.of(loaded, Optional.ofNullable(playbook)));
        BatchSettings settings = settings(loaded);
        BatchSummary summary =
                console.watched(progress -> scoring.score(customers, written, list.output(), settings, progress));
        report(summary);
        return ExitCode.OK;
    }

    private BatchSettings settings(ModelBundle loaded) {
        if (reasons < 0 || reasons > ExplainOptions.MOST) {
            throw new WrongOptionException("--reasons", Integer.toString(reasons), "0 to " + ExplainOptions.MOST);
        }
        OutputSettings content = OutputSettings.defaults(list.language(loaded))
                .withReasons(reasons)
                .withKeep(keep)
                .withRenames(renames)
                .withStyle(list.style());
        Instant instant = Instants.given("--scored-at", scoredAt, console.clock());
        BatchSettings settings = BatchSettings.defaults(instant, content)
                .withAsOf(Instants.day("--as-of", asOf, instant))
                .withMaxRejected(list.maxRejected())
                .withDuplicateIds(allowDuplicateIds);
        if (threads != null) {
            if (threads < 1) {
                throw new WrongOptionException("--threads", Integer.toString(threads), "1 or more");
            }
            settings = settings.withThreads(threads);
        }
        return heldOut ? settings.withFilter(heldOutRows(loaded)) : settings;
    }

    private RowFilter heldOutRows(ModelBundle loaded) {
        HeldOut rows = console.watched(
                progress -> HeldOut.of(loaded, table, BundleHistory.maturityDays(bundle, loaded), progress));
        return row -> rows.contains(row.number());
    }

    private static String excluded(long customers, String why) {
        return customers == 0 ? "" : String.format(Locale.ROOT, ", %,d excluded %s", customers, why);
    }

    private void report(BatchSummary summary) {
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d %s in %s: %,d scored, %,d of them with a warning, %,d refused%s",
                        summary.rows(),
                        summary.rows() == 1 ? "customer" : "customers",
                        list.output(),
                        summary.ok() + summary.warned(),
                        summary.warned(),
                        summary.refused(),
                        excluded(summary.objecting(), "since they object to being profiled")
                                + excluded(summary.left(), "since they had already left")));
        for (RejectedRow row : summary.firstRefused()) {
            console.err()
                    .println("refused: line " + row.line() + ": "
                            + Excerpt.plain(Clause.of(row.refusal().message())));
        }
    }
}
