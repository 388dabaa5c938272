package io.holdfast.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.cli.rows.RowImport;
import io.holdfast.cli.work.AttemptRows;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.store.RowIds;
import io.holdfast.serving.work.Disposition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "close",
        description = {
            "Notes what came of an attempt at a claimed work item. With no_answer it goes back on the list.",
            "Dispositions: reached, no_answer, refused, accepted, wrong_number, already_left.",
            "With --file, of many: a list that 'work list -o' wrote and somebody filled in, or any CSV file with the columns item_id, disposition,"
                    + " occurred_at, agent, note, call_back_at. Lines in which nothing but the agent is filled in wait; an item that nobody has is claimed by the way. Every line is"
                    + " taken or refused by itself, and the same file twice counts once."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast work close 0196a1f2-7c3e-7b1a-9d52-5e1f0c8a4b77 --agent ann \\",
            "    --disposition accepted --server http://127.0.0.1:8080",
            "  holdfast work close 0196a1f2-7c3e-7b1a-9d52-5e1f0c8a4b77 --agent ann \\",
            "    --disposition no_answer --call-back 2026-02-03T18:00:00+08:00 \\",
            "    --store care.db",
            "  holdfast work close --file today.csv --agent ann --when 2026-02-02 \\",
            "    --store care.db"
        })
final class WorkCloseCommand implements Callable<Integer> {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "ITEM", description = WorkItemOptions.ITEM)
    private @Nullable String item;

    @Option(names = "--agent", paramLabel = "NAME", description = "Who did it; with --file, of lines that name nobody.")
    private @Nullable String agent;

    @Option(names = "--disposition", paramLabel = "CODE", description = "What came of it.")
    private @Nullable String disposition;

    @Option(
            names = "--call-back",
            paramLabel = "TIME",
            description = "When to try again, a day or a moment, with no_answer.")
    private @Nullable String callBack;

    @Option(names = "--note", paramLabel = "TEXT", description = "In the agent's words.")
    private @Nullable String note;

    @Option(
            names = "--when",
            paramLabel = "TIME",
            description =
                    "When it was, a day or a moment such as 2026-02-02T14:30:00+08:00 (default: now); with --file, of lines that name no time.")
    private @Nullable String when;

    @Option(
            names = "--attempt",
            paramLabel = "ID",
            description = "Names the attempt, so that noting it twice counts once (default: a new one).")
    private @Nullable String attempt;

    @Option(names = "--file", paramLabel = "FILE", description = "A CSV file with a line for each item, .gz too.")
    private @Nullable Path file;

    @Mixin
    private WorkItemOptions where = new WorkItemOptions();

    @Mixin
    private TableOptions table = new TableOptions();

    WorkCloseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return file == null ? one() : many(file);
    }

    private int one() {
        if (item == null) {
            throw new WrongOptionException("expected a work item's id, or --file with many");
        }
        if (agent == null) {
            throw new WrongOptionException("--agent is missing; expected who did it");
        }
        if (disposition == null) {
            throw new WrongOptionException("--disposition is missing; expected among " + Disposition.codes());
        }
        if (Disposition.of(disposition).isEmpty()) {
            throw new WrongOptionException("--disposition", disposition, Disposition.codes());
        }
        if (table.isGiven()) {
            throw new WrongOptionException("--encoding and --delimiter say how a file is written; expected --file");
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("itemId", item)
                .put("agent", agent)
                .put("disposition", disposition)
                .put("callBackAt", moment(callBack))
                .put("note", note)
                .put("attemptId", attempt == null ? RowIds.next(console.clock().instant()) : attempt);
        if (when != null) {
            body.put("occurredAt", moment(when));
        }
        return where.change(console, "/v1/work-items:disposition", body);
    }

    private int many(Path list) {
        if (item != null || disposition != null || note != null || callBack != null || attempt != null) {
            throw new WrongOptionException("--file says of every item what came of it; expected neither an item nor"
                    + " --disposition, --note, --call-back or --attempt beside it");
        }
        TableFormat format = table.over(TableFormat.csv());
        try (StoreClient client = where.client(console)) {
            RowImport.Result result = new RowImport(
                            list,
                            format,
                            new AttemptRows(Optional.ofNullable(agent), Optional.ofNullable(moment(when))),
                            body -> client.post("/v1/work-attempts", body),
                            sentence -> console.err().println("holdfast: " + Excerpt.plain(sentence)))
                    .run();
            console.err()
                    .println(result.written() + " attempts are new, " + result.unchanged() + " were there already, "
                            + result.refused() + " were refused"
                            + (result.blank() == 0
                                    ? "."
                                    : "; " + result.blank() + " lines say nothing yet, and wait."));
            return result.refused() == 0 ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private static @Nullable String moment(@Nullable String text) {
        return text != null && DAY.matcher(text).matches() ? text + "T00:00:00Z" : text;
    }
}
