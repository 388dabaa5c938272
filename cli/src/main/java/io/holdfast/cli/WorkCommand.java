package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.store.RowIds;
import io.holdfast.serving.work.Disposition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "work", description = "The work list: what is to be done for whom, and what came of it.")
final class WorkCommand implements Runnable {
    private static final List<String> SHOWN = List.of(
            "itemId",
            "dueAt",
            "team",
            "owner",
            "customerId",
            "channel",
            "action",
            "status",
            "claimedBy",
            "disposition",
            "text");
    private static final String ITEM = "The work item's id, as 'holdfast work list' shows it.";
    private static final String UNKNOWN = "no_such_work_item";
    private static final String AGENT = "Who does it.";

    private final Console console;

    @Spec
    private CommandSpec spec;

    WorkCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command: list, claim, release, close");
    }

    @Command(
            name = "list",
            description = {
                "Lists what is to be done, by due date: item, due, team, owner, customer, channel, action, status, who"
                        + " has it, what came of the last attempt, text; parted by tabs.",
                "Without --status, all that is not closed."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  holdfast work list --server http://127.0.0.1:8080 --team retention",
                "  holdfast work list --store care.db --owner-left",
                "  holdfast work list --store care.db --channel email --all"
            })
    int list(
            @Mixin StoreOptions where,
            @Mixin LanguageOption language,
            @Option(names = "--team", paramLabel = "NAME", description = "Only this team's.") @Nullable String team,
            @Option(names = "--owner", paramLabel = "NAME", description = "Only customers of this employee or branch.")
                    @Nullable
                    String owner,
            @Option(names = "--owner-left", description = "Only customers whose owner is marked as gone.")
                    boolean ownerLeft,
            @Option(names = "--channel", paramLabel = "NAME", description = "Only by this way, such as phone or email.")
                    @Nullable
                    String channel,
            @Option(names = "--status", paramLabel = "STATUS", description = "open, claimed or closed.") @Nullable
                    String status,
            @Option(names = "--customer", paramLabel = "ID", description = "Only this customer's.") @Nullable
                    String customer,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "The most items of a page, 1 to 500 (default: ${DEFAULT-VALUE}).")
                    int limit,
            @Option(names = "--all", description = "All pages, one after the other.") boolean all) {
        ObjectNode body = body().put("ownerLeft", ownerLeft).put("limit", limit);
        body.put("team", team).put("owner", owner).put("status", status).put("customerId", customer);
        body.put("channel", channel);
        try (StoreClient client = where.client(console, language.or(Language.ENGLISH))) {
            boolean first = true;
            boolean more = true;
            while (more) {
                JsonNode page = client.post("/v1/work-items:query", body);
                page.path("items").forEach(item -> console.out().println(line(item)));
                more = !page.path("cursor").isNull();
                if (first && page.path("items").isEmpty()) {
                    console.err().println("There is nothing to do.");
                } else if (more && !all) {
                    console.err().println("There may be more; --all shows every page.");
                    more = false;
                }
                body.set("cursor", page.path("cursor"));
                first = false;
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "claim",
            description = "Gives a work item to an agent; who comes second is told so.",
            footerHeading = "%nExamples:%n",
            footer = "  holdfast work claim 019c13 --agent ann --server http://127.0.0.1:8080")
    int claim(
            @Parameters(paramLabel = "ITEM", description = ITEM) String item,
            @Option(names = "--agent", required = true, paramLabel = "NAME", description = AGENT) String agent,
            @Mixin StoreOptions where,
            @Mixin LanguageOption language) {
        return single("/v1/work-items:claim", body().put("itemId", item).put("agent", agent), where, language);
    }

    @Command(
            name = "release",
            description = "Puts a claimed work item back.",
            footerHeading = "%nExamples:%n",
            footer = "  holdfast work release 019c13 --agent ann --server http://127.0.0.1:8080")
    int release(
            @Parameters(paramLabel = "ITEM", description = ITEM) String item,
            @Option(names = "--agent", required = true, paramLabel = "NAME", description = AGENT) String agent,
            @Mixin StoreOptions where,
            @Mixin LanguageOption language) {
        return single("/v1/work-items:release", body().put("itemId", item).put("agent", agent), where, language);
    }

    @Command(
            name = "close",
            description = {
                "Notes what came of an attempt at a claimed work item. With no_answer it goes back on the list.",
                "Dispositions: reached, no_answer, refused, accepted, wrong_number, already_left."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  holdfast work close 019c13 --agent ann --disposition accepted \\",
                "    --server http://127.0.0.1:8080",
                "  holdfast work close 019c13 --agent ann --disposition no_answer \\",
                "    --call-back 2026-02-03T18:00:00+08:00 --store care.db"
            })
    int close(
            @Parameters(paramLabel = "ITEM", description = ITEM) String item,
            @Option(names = "--agent", required = true, paramLabel = "NAME", description = AGENT) String agent,
            @Option(names = "--disposition", required = true, paramLabel = "CODE", description = "What came of it.")
                    String disposition,
            @Option(names = "--call-back", paramLabel = "TIME", description = "When to try again, with no_answer.")
                    @Nullable
                    String callBack,
            @Option(names = "--note", paramLabel = "TEXT", description = "In the agent's words.") @Nullable String note,
            @Option(
                            names = "--attempt",
                            paramLabel = "ID",
                            description =
                                    "Names the attempt, so that noting it twice counts once (default: a new one).")
                    @Nullable
                    String attempt,
            @Mixin StoreOptions where,
            @Mixin LanguageOption language) {
        if (Disposition.of(disposition).isEmpty()) {
            throw new WrongOptionException("--disposition", disposition, Disposition.codes());
        }
        ObjectNode body = body().put("itemId", item)
                .put("agent", agent)
                .put("disposition", disposition)
                .put("callBackAt", callBack)
                .put("note", note)
                .put("attemptId", attempt == null ? RowIds.next(console.clock().instant()) : attempt);
        return single("/v1/work-items:disposition", body, where, language);
    }

    private int single(String path, ObjectNode body, StoreOptions where, LanguageOption language) {
        try (StoreClient client = where.client(console, language.or(Language.ENGLISH))) {
            console.out().println(line(client.post(path, body).path("item")));
            return ExitCode.OK;
        } catch (InputException e) {
            throw e.code().equals(UNKNOWN) ? unknown(body.path("itemId").asText(), e) : e;
        }
    }

    /** Who types an id here found it by a command, not by a route. */
    private static InputException unknown(String item, InputException cause) {
        return new InputException(
                UNKNOWN,
                "there is no work item " + Excerpt.of(item)
                        + "; expected the id of one that 'holdfast work list' shows",
                cause);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String line(JsonNode item) {
        return SHOWN.stream()
                .map(field -> Excerpt.plain(item.path(field).asText("")))
                .collect(Collectors.joining("\t"));
    }
}
