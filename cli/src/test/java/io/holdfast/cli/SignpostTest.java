package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that tell readers where things are point to what exists. */
class SignpostTest {
    private static final Pattern PATH = Pattern.compile("`([a-z-]+/[\\w./-]+\\.(?:java|yaml|md))`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)(?:#[^)]*)?\\)");

    private static List<String> named(Pattern pattern, String document) throws IOException {
        return pattern.matcher(Files.readString(CommandRun.CHECKOUT.resolve(document)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = "CONTRIBUTING.md")
    void everyFileNamedThereExists(String document) throws IOException {
        assertThat(named(PATH, document))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        path -> assertThat(CommandRun.CHECKOUT.resolve(path)).exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/architecture.md",
                "docs/evaluation.md",
                "docs/reasons.md",
                "docs/score-columns.md",
                "docs/adr/0002-dependencies.md",
                "docs/adr/0003-numbers-are-written-by-one-writer.md"
            })
    void everyLinkLeadsSomewhere(String document) throws IOException {
        Path folder = CommandRun.CHECKOUT.resolve(document).resolveSibling("");
        assertThat(named(LINK, document))
                .allSatisfy(path -> assertThat(folder.resolve(path)).exists());
    }
}
