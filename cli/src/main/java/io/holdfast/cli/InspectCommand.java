package io.holdfast.cli;

import io.holdfast.features.draft.EventFile;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.inspection.GroupedTable;
import io.holdfast.training.inspection.Inspection;
import io.holdfast.training.inspection.InspectionReport;
import io.holdfast.training.inspection.InspectionSettings;
import io.holdfast.training.inspection.LabelCandidate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description = {
            "Looks through a table before anybody learns from it: rows, types, missing and constant columns, duplicates, near-copies, ids, class balance, suspected leaks.",
            "With -o it also writes a first description (dataset.yaml) to complete. With --events the file holds a line for each event of a customer,",
            "and what is written is a history.yaml."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast inspect customers.csv",
            "  holdfast inspect customers.csv --label churned -o dataset.yaml",
            "  holdfast inspect customers.csv --label status --positive gone",
            "  holdfast inspect customers.csv --groups grouped.csv",
            "  holdfast inspect --events purchases.csv -o history.yaml",
            "  holdfast inspect datasets/telco/dataset.yaml"
        })
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "TABLE",
            description = "A CSV table, or the dataset.yaml of one; with --events CSV or Parquet.")
    private Path table;

    @Option(names = "-o", paramLabel = "dataset.yaml", description = "Write a first description here.")
    private @Nullable Path output;

    @Option(
            names = "--groups",
            paramLabel = "OUT.csv",
            description =
                    "Where near-copies were found: write the table here with a column near_copies, a number per group of them.")
    private @Nullable Path groups;

    @Option(names = "--overwrite", description = "Replace what -o and --groups write if it exists.")
    private boolean overwrite;

    @Option(names = "--events", description = "The file holds dated events; draft the description of a history.")
    private boolean events;

    @Option(
            names = "--label",
            paramLabel = "COL",
            description = "The column that says who left (default: guessed from names).")
    private @Nullable String label;

    @Option(
            names = "--positive",
            paramLabel = "VALUE",
            description =
                    "What stands in --label for those who left (default: a value such as yes, 1, true, churned or left, else the clearly rarer of two; what was taken is said).")
    private @Nullable String positive;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private TableOptions format = new TableOptions();

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireNew();
        if (events) {
            return inspectEvents();
        }
        Histories.requireOfTable(
                table,
                "a table, or the dataset.yaml of one; what is odd in a history, features and train say, and 'inspect --events' of a file of its events");
        InspectionReport report = report();
        if (output != null) {
            String draft = report.draft(pathFor(output));
            try (AtomicFile file = AtomicFile.create(output)) {
                file.stream().write(draft.getBytes(StandardCharsets.UTF_8));
                file.commit();
            }
        }
        console.out().print(report.text());
        if (label != null && positive == null) {
            report.label().ifPresent(this::sayWhatWasTaken);
        }
        if (groups != null) {
            writeGroups(report, groups);
        }
        if (output != null) {
            console.out().println();
            console.out().println("A first description is in " + output + "; complete its names and reasons.");
        }
        console.out().flush();
        return ExitCode.OK;
    }

    private int inspectEvents() throws IOException {
        if (label != null || positive != null || groups != null || isDescription()) {
            throw new WrongOptionException(
                    "--events goes with a file of events alone; expected none of --label, --positive and --groups beside it, and no description");
        }
        EventFile found = console.watched(progress -> EventFile.read(table, format.over(TableFormat.csv()), progress));
        if (output != null) {
            try (AtomicFile file = AtomicFile.create(output)) {
                file.stream().write(found.draft(pathFor(output)).getBytes(StandardCharsets.UTF_8));
                file.commit();
            }
        }
        found.findings().forEach(console.out()::println);
        if (output != null) {
            console.out().println();
            console.out().println("A first description is in " + output + "; complete what its comments ask for.");
        }
        console.out().flush();
        return ExitCode.OK;
    }

    private void sayWhatWasTaken(LabelCandidate taken) {
        console.out().println();
        console.out()
                .println(Excerpt.of(taken.positive()) + " in " + Excerpt.plain(taken.column())
                        + " was taken for those who left; --positive takes the other, "
                        + Excerpt.of(taken.negative()) + ".");
    }

    private void writeGroups(InspectionReport report, Path file) throws IOException {
        GroupedTable.Written found;
        try (AtomicFile out = AtomicFile.create(file)) {
            found = console.watched(progress -> GroupedTable.write(tableFile(), report, out.stream()));
            out.commit();
        }
        console.out().println();
        console.out()
                .println(
                        "The table with a column " + GroupedTable.COLUMN + " is in " + file + ": "
                                + found.groups() + " groups of several rows, which hold "
                                + Math.round(100 * found.kept())
                                + " % of the near-copies sampled together. Describe that file, and the column with role group.");
    }

    private Path tableFile() {
        return isDescription() ? DatasetDescription.read(table).table(table) : table;
    }

    private boolean isDescription() {
        return table.toString().endsWith(".yaml") || table.toString().endsWith(".yml");
    }

    private InspectionReport report() {
        if (label == null && positive != null) {
            throw new WrongOptionException("--positive is a value of the label; expected --label COL beside it");
        }
        InspectionSettings settings = InspectionSettings.defaults().withSeed(seed.value());
        if (isDescription()) {
            if (label != null || format.isGiven()) {
                throw new WrongOptionException(
                        "a description says the label, encoding and delimiter itself; expected none of --label, --encoding and --delimiter beside it");
            }
            return console.watched(progress -> Inspection.inspectDescribed(table, settings, progress));
        }
        InspectionSettings stated =
                label == null ? settings : settings.withLabel(label, positive == null ? "" : positive);
        return console.watched(progress -> Inspection.inspect(table, format.over(TableFormat.csv()), stated, progress));
    }

    /** A description somebody completed is worth more than a draft. */
    private void requireNew() {
        requireNew(output);
        requireNew(groups);
    }

    private void requireNew(@Nullable Path written) {
        if (written != null) {
            Outputs.requireApart(written, table, tableFile());
            Outputs.requireNew(written, overwrite);
        }
    }

    /** The table's path as seen from the description. */
    private String pathFor(Path description) {
        Path folder = description.toAbsolutePath().normalize().getParent();
        Path target = table.toAbsolutePath().normalize();
        return folder == null
                ? target.toString()
                : folder.relativize(target).toString().replace('\\', '/');
    }
}
