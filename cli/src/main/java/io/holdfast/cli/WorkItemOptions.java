package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.work.WorkTable;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import picocli.CommandLine.Mixin;

/** Where a command finds the work item that it changes, and how it shows it afterwards. */
final class WorkItemOptions {
    /** What stands for one on the command line. */
    static final String ITEM = "The work item's id, as 'holdfast work list' shows it.";

    private static final String UNKNOWN = "no_such_work_item";

    @Mixin
    private StoreOptions where = new StoreOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    /** Asks for one change, and prints the item as it is then. */
    int change(Console console, String path, ObjectNode body) {
        Language words = language();
        try (StoreClient client = client(console)) {
            JsonNode item = client.post(path, body).path("item");
            WorkTable.lines(item, words, Terminal.width()).forEach(console.out()::println);
            return ExitCode.OK;
        } catch (InputException e) {
            throw e.code().equals(UNKNOWN) ? unknown(body.path("itemId").asText(), e) : e;
        }
    }

    /** The store that is meant. */
    StoreClient client(Console console) {
        return where.client(console, language());
    }

    Language language() {
        return language.or(Language.ENGLISH);
    }

    /** Who types an id here found it by a command, not by a route. */
    private static InputException unknown(String item, InputException cause) {
        return new InputException(
                UNKNOWN,
                "there is no work item " + Excerpt.of(item)
                        + "; expected the id of one that 'holdfast work list' shows",
                cause);
    }
}
