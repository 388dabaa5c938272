package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that asks a store tells what it found: in lines, and where wanted as JSON and as a page, all of one answer. */
final class ReportOptions {
    /** In an answer, the page. */
    private static final String PAGE = "page";

    @Mixin
    private StoreOptions where = new StoreOptions();

    @Option(
            names = "--bundle",
            paramLabel = "BUNDLE",
            description =
                    "With --store, call reasons as this model does (default: as those that come with the product are called); a server goes by its own.")
    private @Nullable Path bundle;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private PageOption page = new PageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    /** Asks. */
    interface Question {
        /**
         * Asks.
         *
         * @param page whether the answer is to hold the page, too
         */
        JsonNode ask(StoreClient client, boolean page);
    }

    /** Puts an answer into lines. */
    interface Lines {
        List<String> of(JsonNode answer, boolean chinese);
    }

    /**
     * Asks once, and tells.
     *
     * @return the exit code
     * @throws InputException when the store is not there or refuses, or something would be replaced
     */
    int tell(Console console, Question question, Lines lines) throws IOException {
        where.requireApart(json.file(), page.file());
        page.requireWritable(json, bundle);
        json.requireWritable(bundle);
        Language spoken = language.or(Language.ENGLISH);
        JsonNode answer;
        try (StoreClient client = where.client(console, spoken, reasons())) {
            answer = question.ask(client, page.file() != null);
        }
        if (page.file() != null && !answer.path(PAGE).isTextual()) {
            throw new InputException(
                    "no_page", "the answer has no page; expected " + ServerClient.SAME_VERSION + ", or no --html");
        }
        if (answer.path(PAGE).isTextual()) {
            page.write(answer.path(PAGE).textValue());
            ((ObjectNode) answer).remove(PAGE);
        }
        lines.of(answer, spoken == Language.CHINESE)
                .forEach(line -> console.out().println(Excerpt.plain(line)));
        json.write(answer);
        return ExitCode.OK;
    }

    private Optional<ReasonCatalogue> reasons() {
        if (bundle == null) {
            return Optional.empty();
        }
        if (where.isServer()) {
            throw new WrongOptionException(
                    "--bundle", bundle.toString(), "none with --server, which goes by the reasons of its own model");
        }
        return Optional.of(BundleReader.read(bundle).description().reasons());
    }
}
