package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
        output = folder.resolve("scores.csv");
    }

    private CommandRun score(Object... options) {
        List<Object> line = new java.util.ArrayList<>(List.of("score", bundle, table, "-o", output));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tiny.bundle", "customers.csv");
        }
    }

    @Test
    void writesOneLineForEveryCustomerAndSaysSo() throws IOException {
        CommandRun run = score();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip())
                .isEqualTo("5 customers in " + output + ": 5 scored, 2 of them with a warning, 0 refused");
        assertThat(lines()).hasSize(6);
        assertThat(lines().get(1)).startsWith("C-1,ok,,").endsWith(",2026-02-01T12:00:00Z");
    }

    @Test
    void aListWithoutCustomersGivesAHeader() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().lines().findFirst().orElseThrow() + "\n");

        CommandRun run = score();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("0 customers in ");
        assertThat(lines()).singleElement().asString().startsWith("customer_id,status,");
    }

    @Test
    void anExistingFileIsReplacedOnlyWhereAskedTo() throws IOException {
        Files.writeString(output, "of yesterday");

        CommandRun run = score();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .isEqualTo("holdfast: " + output + " exists already; give another place or --overwrite to replace it");
        assertThat(output).hasContent("of yesterday");

        assertThat(score("--overwrite").exitCode()).isZero();
        assertThat(lines()).hasSize(6);
    }

    @Test
    void takesItsOptions() throws IOException {
        CommandRun run = score(
                "--reasons",
                "1",
                "--language",
                "zh-HK",
                "--keep",
                "region,left",
                "--rename",
                "customer_id=id",
                "--rename",
                "region=where",
                "--as-of",
                "2026-01-15",
                "--scored-at",
                "2026-01-20T01:02:03Z",
                "--threads",
                "1",
                "--bom",
                "--raw");

        assertThat(run.exitCode()).isZero();
        assertThat(lines().get(0))
                .startsWith("\uFEFFid,status,")
                .contains("reason_1_impact,other_impact")
                .endsWith("scored_at,where,left");
        assertThat(lines().get(1))
                .contains(",2026-01-15,2026-01-29,", "月费95.5欧元", "2026-01-20T01:02:03Z")
                .endsWith(",north,yes");
    }

    @Test
    void readsOtherDelimitersAndEncodings() throws IOException {
        score();
        List<String> expected = lines();
        Files.write(table, TinyBundles.tableCsv().replace(',', ';').getBytes("GB18030"));

        assertThat(score("--overwrite", "--delimiter", ";", "--encoding", "gb18030")
                        .exitCode())
                .isZero();
        assertThat(lines()).isEqualTo(expected);

        Files.writeString(table, TinyBundles.tableCsv().replace(',', '\t'));
        assertThat(score("--overwrite", "--delimiter", "tab").exitCode()).isZero();
        assertThat(lines()).isEqualTo(expected);
    }

    @Test
    void decidesOnCareByTheGivenPlaybook() throws IOException {
        Path playbook = Files.writeString(folder.resolve("playbook.yaml"), """
                format: 1
                name: everybody
                contactThreshold: 0
                holdOut: {salt: test, share: 0}
                actions:
                  - code: ring
                    reasons: [price]
                    channel: phone
                    priceAffecting: false
                    text: {en: Ring, zh-CN: 致电}
                """);

        score();
        assertThat(lines().get(1)).contains(",none,,,");
        assertThat(score("--overwrite", "--playbook", playbook).exitCode()).isZero();
        assertThat(lines().get(1)).contains(",recommended,ring,Ring,");
    }

    @Test
    void refusedRowsAreCountedAndNamed() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().replace("C-2,no,south,60", "C-2,no,south,sixty"));

        CommandRun run = score("--max-rejected", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("5 customers", "4 scored", "1 refused");
        assertThat(run.err().strip()).startsWith("refused: line 3: ").contains("'tenure'", "'sixty'");
        assertThat(lines().get(2)).startsWith("C-2,refused,wrong_type,,,");
    }

    @Test
    void tooManyRefusedRowsEndWithThreeAndNothing() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().replace("C-2,no,south,60", "C-2,no,south,sixty"));

        CommandRun run = score();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().contains("1 of 5 rows", "line 3", "'sixty'");
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "'C-1,yes,north,2,95.5,monthly,none,yes', 'C-1,yes,north,2,95.5,monthly,none', line 2",
        "'C-3,no', '\"C-3,no', line 4",
        "'C-5,no', 'C-1,no', 'line 6'",
        "'customer_id,left', 'id,left', 'customer_id'",
        "'tenure,monthly_charge', 'tenure,monthly', 'monthly_charge'",
        "'left,region', 'left,left', 'left'",
        "',', ';', ';'",
        "'customer_id,left,region,tenure,monthly_charge,contract,support,paperless', '\"customer_id;left\"', 'every name needs'",
    })
    void aFaultyTableIsRefusedWithItsLine(String good, String bad, String named) throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().replace(good, bad));

        CommandRun run = score();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("holdfast: ")
                .contains("customers.csv", named);
        assertNothingWritten();
    }

    @Test
    void allowsDuplicateIdsWhereAskedTo() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().replace("C-5,", "C-1,"));

        assertThat(score("--allow-duplicate-ids").exitCode()).isZero();
        assertThat(lines()).hasSize(6);
    }

    @Test
    void faultsNameTheWayOut() throws IOException {
        Files.write(table, TinyBundles.tableCsv().replace("C-1", "客户").getBytes("GB18030"));

        assertThat(score().err()).contains("--encoding");
    }

    @Test
    void aMissingOrForeignBundleIsRefused() throws IOException {
        CommandRun missing = CommandRun.of("score", folder.resolve("none.bundle"), table, "-o", output);
        CommandRun foreign = CommandRun.of("score", table, table, "-o", output);

        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(missing.err().lines()).singleElement().asString().contains("none.bundle");
        assertThat(foreign.exitCode()).isEqualTo(4);
        assertThat(foreign.err().lines()).singleElement().asString().contains("customers.csv");
        assertNothingWritten();
    }

    @Test
    void theOutputMustNotBeTheTable() throws IOException {
        CommandRun run = CommandRun.of("score", bundle, table, "-o", table);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(table).hasContent(TinyBundles.tableCsv());
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        score("--scored-at", "2026-01-20T01:02:03Z");
        byte[] first = Files.readAllBytes(output);
        score("--overwrite", "--scored-at", "2026-01-20T01:02:03Z", "--threads", "3");

        assertThat(Files.readAllBytes(output)).isEqualTo(first);
    }
}
