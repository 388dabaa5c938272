package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    private static Path folder;

    private static Path bundle;
    private static Path table;

    @BeforeAll
    static void prepare() throws Exception {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart",
                "inspect",
                "train",
                "evaluate",
                "compare",
                "score",
                "explain",
                "serve",
                "work list",
                "work claim",
                "work release",
                "work close",
                "store backup",
                "store restore",
                "store verify",
                "store export",
                "store erase",
                "keys add",
                "keys list",
                "keys revoke",
                "simulate",
                "plan",
                "power"
            })
    void everyCommandHelpsWithExamplesAndExitCodes(String command) {
        CommandRun help = CommandRun.of((Object[]) (command + " --help").split(" ", -1));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: holdfast " + command, "Examples:", "  holdfast " + command, "Exit codes:")
                .contains("3     more rows were refused than may be");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        CommandRun version = CommandRun.of("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("holdfast ").contains("Java " + Runtime.version());
    }

    @Test
    void withoutACommandNamesThem() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("quickstart", "score", "--help");
    }

    static Stream<Arguments> wrongUsages() {
        return Stream.of(
                Arguments.of("scor", "did you mean score?"),
                Arguments.of("score", "'BUNDLE', 'TABLE'"),
                Arguments.of("score BUNDLE TABLE", "-o"),
                Arguments.of("score BUNDLE TABLE -o out.csv --reason 3", "--reason"),
                Arguments.of("score BUNDLE TABLE -o out.csv --reasons many", "many"),
                Arguments.of("score BUNDLE TABLE -o out.csv --reasons 11", "0 to 10"),
                Arguments.of("score BUNDLE TABLE -o out.csv --max-rejected -1", "0 or more"),
                Arguments.of("score BUNDLE TABLE -o out.csv --threads 0", "1 or more"),
                Arguments.of("score BUNDLE TABLE -o out.csv --language tlh", "en or zh-CN"),
                Arguments.of("score BUNDLE TABLE -o out.csv --encoding klingon", "UTF-8"),
                Arguments.of("score BUNDLE TABLE -o out.csv --encoding latin-1", "did you mean ISO-8859-1?"),
                Arguments.of("score BUNDLE TABLE -o out.csv --encoding utf-8-sig", "did you mean UTF-8?"),
                Arguments.of("score BUNDLE TABLE -o out.csv --encoding GB-18030", "did you mean GB18030?"),
                Arguments.of("score BUNDLE TABLE -o out.csv --reasons 2.5", "'2.5' is not a whole number"),
                Arguments.of("score BUNDLE TABLE -o out.csv --rename x", "is 'x' without an equals sign"),
                Arguments.of("score BUNDLE TABLE out.csv", "Missing required option: '-o=OUT.csv'"),
                Arguments.of("score BUNDLE TABLE -o out.csv more", "Not understood: 'more'"),
                Arguments.of("score BUNDLE TABLE -o out.csv -o other.csv", "Option '-o' (OUT.csv) is given twice"),
                Arguments.of("score @BUNDLE", "'TABLE'"),
                Arguments.of("plan BUNDLE TABLE -o out.csv --budget abc", "'abc' is not a number"),
                Arguments.of("plan BUNDLE TABLE -o out.csv --budget -5", "--budget is '-5' (expected: 0 or more)"),
                Arguments.of("plan BUNDLE TABLE -o out.csv --budget NaN", "--budget is 'NaN' (expected: 0 or more)"),
                Arguments.of("plan no.bundle TABLE -o out.csv --budget 5 --language klingon", "en or zh-CN"),
                Arguments.of("score BUNDLE TABLE -o out.csv --delimiter ab", "one character"),
                Arguments.of("score BUNDLE TABLE -o out.csv --as-of 01.02.2026", "2026-01-31"),
                Arguments.of("score BUNDLE TABLE -o out.csv --scored-at today", "2026-01-31T08:00:00Z"),
                Arguments.of("explain BUNDLE TABLE", "--customer"),
                Arguments.of("serve BUNDLE --port 70000", "0 to 65535"),
                Arguments.of("serve BUNDLE --host ", "--host is '' (expected: a name or address of this machine)"),
                Arguments.of("serve BUNDLE --tls-key server.key", "--tls-certificate and --tls-key go together"),
                Arguments.of("serve BUNDLE --tls-store server.p12", "--tls-store and --tls-password-file go together"),
                Arguments.of("serve BUNDLE --host 0.0.0.0", "--behind-tls-proxy, and an API key (holdfast keys add)"),
                Arguments.of("score BUNDLE TABLE -o out.csv --reasons 12", "'holdfast score --help' tells more"),
                Arguments.of("inspect TABLE --positive yes", "expected --label COL"),
                Arguments.of("simulate", "-o"),
                Arguments.of("simulate -o out.csv --world moon", "telecom, retail, food"),
                Arguments.of("simulate -o out.csv --customers 0", "1 to 5000000"),
                Arguments.of("simulate -o out.csv --months 241", "1 to 240"),
                Arguments.of("simulate -o out.csv --start 2024-13", "a month such as 2024-01"),
                Arguments.of("simulate -o out.csv --start 1900-01", "from 1950-01 to 2070-12"),
                Arguments.of("simulate -o out.csv --monthly-leaving NaN", "0.001 to 0.2"),
                Arguments.of("simulate -o out.csv --care 1.5", "a share from 0 to 1"),
                Arguments.of("simulate -o out.csv --seed x", "--seed"),
                Arguments.of("store", "backup, restore, verify"),
                Arguments.of("store backup --store x.db", "-o"),
                Arguments.of("store verify", "expected --store FILE"),
                Arguments.of("store verify --server http://localhost:1", "--server"),
                Arguments.of("store erase --customer A --store x.db", "expected --yes"),
                Arguments.of("work", "list, claim"),
                Arguments.of("work list", "either --store or --server"),
                Arguments.of("work list --server localhost", "http://127.0.0.1:8080"),
                Arguments.of("work close X --agent ann --disposition glad --store x.db", "no_answer"),
                Arguments.of("keys", "add"),
                Arguments.of("keys add crm --keys KEYS --scope everything", "score:read"),
                Arguments.of("keys add crm --keys KEYS --expires-days 0", "1 or more"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void wrongUsageIsToldInOneSentence(String line, String expected) throws Exception {
        Object[] arguments = Stream.of(line.split(" ", -1))
                .map(word -> switch (word) {
                    case "BUNDLE" -> bundle.toString();
                    case "TABLE" -> table.toString();
                    case "KEYS" -> folder.resolve("keys.json").toString();
                    case "out.csv" -> folder.resolve("out.csv").toString();
                    default -> word;
                })
                .toArray();

        CommandRun run = CommandRun.of(arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("holdfast: ")
                .contains(expected);
        assertThat(run.out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tiny.bundle", "customers.csv");
        }
    }
}
