package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code --help} shows of every command there is, on a terminal of the common width. */
class HelpTest {
    private static final int WIDTH = 80;
    private static final String CONTINUED = " \\";

    private static CommandLine all() {
        return HoldfastCommand.line(new Console(
                new PrintWriter(Writer.nullWriter()),
                System.err,
                false,
                Path.of("").toAbsolutePath(),
                CommandRun.NOON));
    }

    private static Stream<CommandLine> tree(CommandLine top) {
        return Stream.concat(
                Stream.of(top), top.getSubcommands().values().stream().flatMap(HelpTest::tree));
    }

    private static boolean isLeaf(CommandLine command) {
        return command.getSubcommands().isEmpty();
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    static Stream<String> commands() {
        return tree(all()).map(HelpTest::name);
    }

    static Stream<String> leaves() {
        return tree(all()).filter(HelpTest::isLeaf).map(HelpTest::name);
    }

    private static String help(String name) {
        CommandLine command =
                tree(all()).filter(each -> name(each).equals(name)).findFirst().orElseThrow();
        command.setUsageHelpAutoWidth(false);
        command.setUsageHelpWidth(WIDTH);
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    /** What stands between the heads of examples and exit codes, as it is shown. */
    private static List<String> shownExamples(String help) {
        List<String> lines = help.lines().toList();
        int from = lines.indexOf("Examples:");
        assertThat(from).as(help).isNotNegative();
        return lines.subList(from + 1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Commands as a shell would read them. */
    private static List<String> examples(List<String> shown) {
        List<String> examples = new ArrayList<>();
        StringBuilder example = new StringBuilder();
        for (String line : shown) {
            boolean continued = line.endsWith(CONTINUED);
            example.append(continued ? line.substring(0, line.length() - 1) : line);
            if (!continued) {
                examples.add(example.toString().strip());
                example.setLength(0);
            }
        }
        assertThat(example).as("the last line is no half command").isEmpty();
        return examples;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noTextIsMisunderstoodByThePrinter(String name) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String help;
        try (PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setErr(err);
            help = help(name);
        } finally {
            System.setErr(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(help).doesNotContain("%%", "${", "%n").doesNotContainPattern("(jdbc|https?):\\s");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyExampleIsShownAsItIsTyped(String name) {
        List<String> shown = shownExamples(help(name));

        boolean continues = false;
        for (String line : shown) {
            assertThat(line).startsWith(continues ? "    " : "  " + name);
            continues = line.endsWith(CONTINUED);
        }
        assertThat(examples(shown)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyExampleIsUnderstood(String name) {
        for (String example : examples(shownExamples(help(name)))) {
            List<String> words = List.of(example.split(" +", -1));
            String[] arguments = words.subList(1, words.size()).toArray(new String[0]);

            assertThatCode(() -> all().parseArgs(arguments)).as(example).doesNotThrowAnyException();
        }
    }

    /** The same option means the same, whatever command has it; where one is asked for in two ways, the text begins alike. */
    @Test
    void sharedOptionsAreDescribedByOneText() {
        Map<String, List<String>> texts = new TreeMap<>();
        tree(all())
                .filter(HelpTest::isLeaf)
                .filter(command -> !name(command).equals("holdfast serve"))
                .forEach(command -> Stream.of("--store", "--server", "--language", "--key-file", "--keys")
                        // The store of a replay is one that it makes.
                        .filter(option ->
                                !(option.equals("--store") && name(command).equals("holdfast replay")))
                        .forEach(option -> {
                            OptionSpec found = command.getCommandSpec().findOption(option);
                            if (found != null) {
                                texts.computeIfAbsent(option, each -> new ArrayList<>())
                                        .add(String.join(" ", found.description()));
                            }
                        }));

        assertThat(texts.keySet()).containsExactly("--key-file", "--keys", "--language", "--server", "--store");
        texts.forEach((option, descriptions) ->
                assertThat(descriptions.stream().distinct()).as(option).hasSize(1));
        assertThat(help("holdfast serve").replaceAll("\\s+", " ")).contains(StoreOption.PLACE, StoreOption.URL);
        assertThat(help("holdfast replay").replaceAll("\\s+", " ")).contains("A store that is not there yet");
    }

    @Test
    void serveNamesItsMainRoutesAndWhereAllAre() {
        assertThat(help("holdfast serve"))
                .contains("docs/http-api.md", "POST /v1/scores", "POST /v1/work-items:query", "GET  /openapi.yaml");
    }
}
