package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.cli.work.WorkFile;
import io.holdfast.cli.work.WorkTable;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.serving.work.WorkStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {
            "Lists what is to be done: by the day it is due, and within a day what is expected to gain most first.",
            "Without --status, all that is not closed; of closed items what came of them, and the note.",
            "With -o it becomes a file to be filled in, which 'work close --file' takes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast work list --server http://127.0.0.1:8080 --team retention",
            "  holdfast work list --store care.db --owner-left",
            "  holdfast work list --store care.db --status closed --customer 4711",
            "  holdfast work list --store care.db --channel email --all -o today.csv --bom"
        })
final class WorkListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StoreOptions where = new StoreOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--team", paramLabel = "NAME", description = "Only this team's.")
    private @Nullable String team;

    @Option(names = "--owner", paramLabel = "NAME", description = "Only customers of this employee or branch.")
    private @Nullable String owner;

    @Option(names = "--owner-left", description = "Only customers whose owner is marked as gone.")
    private boolean ownerLeft;

    @Option(names = "--channel", paramLabel = "NAME", description = "Only by this way, such as phone or email.")
    private @Nullable String channel;

    @Option(names = "--status", paramLabel = "STATUS", description = "open, claimed or closed.")
    private @Nullable String status;

    @Option(names = "--customer", paramLabel = "ID", description = "Only this customer's.")
    private @Nullable String customer;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most items of a page, 1 to 500 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "The page behind the one that named this cursor.")
    private @Nullable String after;

    @Option(names = "--all", description = "All pages, one after the other.")
    private boolean all;

    @Option(
            names = "-o",
            paramLabel = "OUT.csv",
            description = "Write a CSV file instead, compressed if it ends in .gz.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

    @Option(names = "--bom", description = "Begin with a byte order mark, so that Excel reads UTF-8.")
    private boolean byteOrderMark;

    WorkListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (status != null && WorkStatus.of(status).isEmpty()) {
            throw new WrongOptionException("--status", status, WorkStatus.codes());
        }
        Path file = output;
        if (file == null) {
            if (overwrite || byteOrderMark) {
                throw new WrongOptionException("--overwrite and --bom are about a file; expected -o");
            }
            print();
        } else {
            where.requireApart(file);
            Outputs.requireNew(file, overwrite);
            write(file);
        }
        return ExitCode.OK;
    }

    private void print() {
        List<JsonNode> items = new ArrayList<>();
        String next = read(items);
        WorkTable.lines(items, language.or(Language.ENGLISH)).forEach(console.out()::println);
        tell(items, next);
    }

    private void write(Path file) {
        List<JsonNode> items = new ArrayList<>();
        String next = read(items);
        CsvStyle style = byteOrderMark ? CsvStyle.spreadsheet().withByteOrderMark() : CsvStyle.spreadsheet();
        try (AtomicFile atomic = AtomicFile.create(file)) {
            try (CsvWriter csv = CsvWriter.to(OutputFile.stream(atomic, file), style)) {
                WorkFile list = new WorkFile(csv);
                items.forEach(list::add);
            }
            atomic.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.err()
                .println(items.size() + " items are in " + file
                        + ". Fill in agent, disposition, note and occurred_at; then 'holdfast work close --file'.");
        tell(items, next);
    }

    private void tell(List<JsonNode> items, String next) {
        if (items.isEmpty()) {
            console.err().println(after == null ? "There is nothing to do." : "There is nothing further.");
        } else if (!next.isEmpty()) {
            console.err().println("There may be more: --after " + next + " shows the next page, --all every page.");
        }
    }

    /** Adds the page, or all; returns where the next page begins, empty where there is none. */
    private String read(List<JsonNode> items) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ownerLeft", ownerLeft)
                .put("limit", limit)
                .put("team", team)
                .put("owner", owner)
                .put("status", status)
                .put("customerId", customer)
                .put("channel", channel)
                .put("cursor", after);
        try (StoreClient client = where.client(console, language.or(Language.ENGLISH))) {
            String next;
            do {
                JsonNode page = client.post("/v1/work-items:query", body);
                if (items.isEmpty()) {
                    page.path("warnings")
                            .forEach(warning -> console.err()
                                    .println(warning.path("message").asText()));
                }
                page.path("items").forEach(items::add);
                next = page.path("cursor").asText("");
                body.put("cursor", next);
            } while (all && !next.isEmpty());
            return next;
        }
    }
}
