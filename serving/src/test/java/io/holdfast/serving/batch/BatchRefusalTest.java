package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is at fault, told in one sentence, and nothing half-written. */
class BatchRefusalTest {
    private static final String GOOD = "C-1,2,95.5,monthly,none,yes\n";

    @TempDir
    private Path folder;

    private ScoredList list;

    @BeforeEach
    void begin() {
        list = new ScoredList(folder);
    }

    private void assertRefused(String csv, String code, String... sentence) {
        assertThatThrownBy(() -> list.score(csv, ScoredList.settings()))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageContainingAll(sentence);
        assertThat(list.files()).containsExactly("customers.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "'C-2,abc,95.5,monthly,none,yes', wrong_type, wrong_type:tenure",
        "'C-2,\"1,5\",95.5,monthly,none,yes', wrong_type, wrong_type:tenure",
        "'C-2,NaN,95.5,monthly,none,yes', wrong_type, wrong_type:tenure",
        "'C-2,1e999,95.5,monthly,none,yes', not_finite, not_finite:tenure",
        "'C-2,2,95.5,monthly,none,perhaps', wrong_type, wrong_type:paperless",
        "'C-2,,,,,', missing_required, ''",
        "',2,95.5,monthly,none,yes', id_invalid, ''",
    })
    void aBadRowKeepsItsLineWithoutNumbers(String line, String code, String warnings) throws Exception {
        List<Map<String, String>> rows = list.rows(
                ScoredList.HEADER + GOOD + line + "\n" + GOOD.replace("C-1", "C-3"),
                ScoredList.settings(OutputSettings.defaults(io.holdfast.scoring.dataset.Language.ENGLISH)
                                .withKeep(List.of("contract")))
                        .withMaxRejected(1));

        assertThat(rows).extracting(row -> row.get("status")).containsExactly("ok", "refused", "ok");
        Map<String, String> refused = rows.get(1);
        assertThat(refused)
                .containsEntry("customer_id", line.startsWith(",") ? "" : "C-2")
                .containsEntry("error_code", code)
                .containsEntry("warnings", warnings)
                .containsEntry("schema_version", "1")
                .containsEntry("model_id", "tiny-1")
                .containsEntry("scored_at", "2026-02-03T04:05:06Z")
                .containsEntry("contract", line.contains("monthly") ? "monthly" : "");
        assertThat(refused.keySet()).isEqualTo(rows.get(0).keySet());
        List<String> columns = List.copyOf(refused.keySet());
        assertThat(columns.subList(3, columns.indexOf("warnings")))
                .allSatisfy(column -> assertThat(refused).containsEntry(column, ""));
    }

    @Test
    void aRowGetsTheSameVerdictAloneAndAmongOthers() throws Exception {
        String bad = "C-2,abc,95.5,monthly,none,yes\n";
        BatchSettings settings = ScoredList.settings().withMaxRejected(1);
        Map<String, String> alone = list.rows(ScoredList.HEADER + bad, settings).get(0);
        Map<String, String> among =
                list.rows(ScoredList.HEADER + GOOD + bad, settings).get(1);

        assertThat(among).isEqualTo(alone);
    }

    @Test
    void tooManyBadRowsLeaveNoOutput() {
        String csv = ScoredList.HEADER + GOOD + "C-2,abc,95.5,monthly,none,yes\nC-3,2,x,monthly,none,yes\n";

        assertThatThrownBy(() -> list.score(csv, ScoredList.settings().withMaxRejected(1)))
                .isInstanceOfSatisfying(
                        TooManyRejectedException.class,
                        thrown -> assertThat(thrown.summary().refused()).isEqualTo(2))
                .hasMessageContainingAll(
                        "2 of 3 rows were refused; at most 1 may be (--max-rejected)",
                        "nothing was written",
                        "customers.csv line 3",
                        "'tenure'",
                        "'abc'");
        assertThat(list.files()).containsExactly("customers.csv");
    }

    @Test
    void byDefaultNoRowMayBeRefused() {
        assertThatThrownBy(() -> list.score(ScoredList.HEADER + "C-2,abc,1,monthly,none,yes\n", ScoredList.settings()))
                .isInstanceOf(TooManyRejectedException.class);
    }

    @Test
    void anEarlierOutputSurvivesAFailedRun() throws Exception {
        list.score(ScoredList.HEADER + GOOD, ScoredList.settings());
        String before = list.text();

        assertThatThrownBy(() -> list.score(ScoredList.HEADER + "C-2,abc,1,m,n,yes\n", ScoredList.settings()))
                .isInstanceOf(TooManyRejectedException.class);

        assertThat(list.text()).isEqualTo(before);
        assertThat(list.files()).containsExactly("customers.csv", "scores.csv");
    }

    @Test
    void describesOnlyTheFirstOfManyBadRows() throws Exception {
        StringBuilder csv = new StringBuilder(ScoredList.HEADER);
        for (int i = 0; i < 2000; i++) {
            csv.append("C-").append(i).append(",abc,1,monthly,none,yes\n");
        }

        BatchSummary summary = list.score(csv.toString(), ScoredList.settings().withMaxRejected(2000));

        assertThat(summary.refused()).isEqualTo(2000);
        assertThat(summary.firstRefused()).extracting(RejectedRow::line).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void structureFaultsRefuseTheFile() {
        assertRefused(ScoredList.HEADER + GOOD + "C-2,2,95.5\n", "short_row", "customers.csv line 3");
        assertRefused(ScoredList.HEADER + GOOD + "C-2,2,95.5,monthly,none,yes,more\n", "long_row", "line 3");
        assertRefused(ScoredList.HEADER + GOOD + "\"C-2,2,95.5,monthly,none,yes\n", "unclosed_quote", "line 3");
        assertRefused("", "empty_file", "customers.csv");
        assertRefused("customer_id,tenure\nC-1,2\n", "missing_column", "monthly_charge");
    }

    @Test
    void aFaultFarDownTheFileLeavesNothing() {
        assertRefused(ScoredList.customers(3000) + "C-x,2\n", "short_row", "customers.csv line 3002");
    }

    @Test
    void aCustomerWhoStandsThereTwiceRefusesTheFile() {
        String csv = ScoredList.customers(1000) + "C-5,2,95.5,monthly,none,yes\n";

        assertRefused(csv, "duplicate_id", "customers.csv line 1002", "'C'...", "line 6");
    }

    @Test
    void aCustomerMayStandThereTwiceWhereThatIsSaid() throws Exception {
        List<Map<String, String>> rows =
                list.rows(ScoredList.HEADER + GOOD + GOOD, ScoredList.settings().withDuplicateIds(true));

        assertThat(rows).hasSize(2).extracting(row -> row.get("customer_id")).containsOnly("C-1");
    }

    @Test
    void rowsWithoutAnIdAreNoDuplicates() throws Exception {
        String nameless = ",2,95.5,monthly,none,yes\n";

        BatchSummary summary = list.score(
                ScoredList.HEADER + nameless + nameless, ScoredList.settings().withMaxRejected(2));

        assertThat(summary.refused()).isEqualTo(2);
    }

    @Test
    void anotherRowWithTheIdOutsideTheRowsAskedForIsNoDuplicate() throws Exception {
        BatchSettings first = ScoredList.settings().withFilter(row -> row.number() == 1);

        assertThat(list.rows(ScoredList.HEADER + GOOD + GOOD, first)).hasSize(1);
    }

    @Test
    void theOutputMustNotBeTheTable() throws IOException {
        ScoredList.write(list.table(), ScoredList.HEADER + GOOD);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), list.table());
        BatchScoring scoring = new BatchScoring(TinyBundles.bundle(), Optional.empty());

        for (Path output :
                List.of(list.table(), link, folder.resolve("../" + folder.getFileName() + "/customers.csv"))) {
            assertThatThrownBy(() -> scoring.score(
                            list.table(), TableFormat.csv(), output, ScoredList.settings(), Progress.SILENT))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("would replace what the command reads");
        }
        assertThat(list.table()).hasContent(ScoredList.HEADER + GOOD);
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() {
        ScoredList.write(list.table(), ScoredList.HEADER + GOOD);
        BatchScoring scoring = new BatchScoring(TinyBundles.bundle(), Optional.empty());
        Path output = folder.resolve("missing/scores.csv");

        assertThatThrownBy(() ->
                        scoring.score(list.table(), TableFormat.csv(), output, ScoredList.settings(), Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void undecodableBytesAreNotGuessed() throws IOException {
        Files.write(list.table(), (ScoredList.HEADER + "客户,2,95.5,monthly,none,yes\n").getBytes("GB18030"));
        BatchScoring scoring = new BatchScoring(TinyBundles.bundle(), Optional.empty());

        assertThatThrownBy(() -> scoring.score(
                        list.table(), TableFormat.csv(), list.output(), ScoredList.settings(), Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--encoding");
        assertThat(list.files()).containsExactly("customers.csv");
    }

    @Test
    void aPlaybookForAnotherTableIsRefused() {
        byte[] yaml = """
                format: 1
                name: other
                contactThreshold: 0.3
                holdOut: {salt: test, share: 0.5}
                actions:
                  - {code: call, reasons: [no-such-reason], channel: phone, priceAffecting: false, text: {en: A, zh-CN: B}}
                """.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new BatchScoring(
                        TinyBundles.bundle(), Optional.of(io.holdfast.care.playbook.Playbook.read("other.yaml", yaml))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no-such-reason");
    }

    @Test
    void anInterruptedRunLeavesNothing() {
        BatchSettings stopped = ScoredList.settings().withFilter(row -> {
            if (row.number() == 700) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertThatThrownBy(() -> list.score(ScoredList.customers(3000), stopped.withThreads(1)))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).as("the interruption is passed on").isTrue();
        assertThat(list.files()).containsExactly("customers.csv");
    }

    @Test
    void aFaultOfOneThreadEndsAll() {
        BatchSettings broken = ScoredList.settings().withThreads(4).withFilter(row -> {
            if (row.number() == 2500) {
                throw new IllegalStateException("broken filter");
            }
            return true;
        });

        assertThatThrownBy(() -> list.score(ScoredList.customers(6000), broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken filter");
        assertThat(list.files()).containsExactly("customers.csv");
    }
}
