package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the output is written: kept and renamed columns, formulas, byte order mark, compression. */
class BatchFileTest {
    private static final OutputSettings OUTPUT = OutputSettings.defaults(Language.ENGLISH);
    private static final String RISKY = ScoredList.HEADER + "C-1,2,95.5,monthly,none,yes\n";

    @TempDir
    private Path folder;

    private ScoredList list;

    @BeforeEach
    void begin() {
        list = new ScoredList(folder);
    }

    private void assertRefused(OutputSettings output, String code, String... sentence) {
        assertThatThrownBy(() -> list.score(RISKY, ScoredList.settings(output)))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageContainingAll(sentence);
        assertThat(list.files()).containsExactly("customers.csv");
    }

    @Test
    void keptColumnsStandBehindAllOthers() throws Exception {
        Map<String, String> row = list.rows(RISKY, ScoredList.settings(OUTPUT.withKeep(List.of("support", "tenure"))))
                .get(0);

        assertThat(row.keySet()).endsWith("scored_at", "support", "tenure");
        assertThat(row).containsEntry("support", "none").containsEntry("tenure", "2");
    }

    @Test
    void aKeptColumnMustExistAndHaveANameOfItsOwn() {
        assertRefused(
                OUTPUT.withKeep(List.of("tenur")),
                "no_such_column",
                "'tenur'",
                "customers.csv",
                "did you mean 'tenure'?");
        assertRefused(OUTPUT.withKeep(List.of("customer_id")), "duplicate_column", "'customer_id'");
        assertRefused(OUTPUT.withKeep(List.of("tenure", "tenure")), "duplicate_column", "'tenure'");
    }

    @Test
    void columnsCanBeRenamedAndExchanged() throws Exception {
        OutputSettings renamed = OUTPUT.withKeep(List.of("contract"))
                .withRenames(
                        Map.of("customer_id", "客户号", "score", "percentile", "percentile", "score", "contract", "c"));

        Map<String, String> row = list.rows(RISKY, ScoredList.settings(renamed)).get(0);
        Map<String, String> usual =
                list.rows(RISKY, ScoredList.settings(OUTPUT)).get(0);

        assertThat(row.keySet()).startsWith("客户号", "status").endsWith("scored_at", "c");
        assertThat(row)
                .containsEntry("客户号", "C-1")
                .containsEntry("percentile", usual.getOrDefault("score", "?"))
                .containsEntry("score", usual.getOrDefault("percentile", "?"));
    }

    @Test
    void aNewNameMustNotBeTakenOrEmpty() {
        assertRefused(OUTPUT.withRenames(Map.of("score", "band")), "duplicate_column", "'band'");
        assertRefused(OUTPUT.withRenames(Map.of("scoer", "x")), "no_such_column", "'scoer'", "did you mean 'score'?");
        assertRefused(OUTPUT.withRenames(Map.of("score", " ")), "bad_name", "'score'");
    }

    @Test
    void textThatLooksLikeAFormulaIsNeutralisedButNeverAnId() throws Exception {
        String csv = """
                customer_id,=note,tenure,monthly_charge,contract,support,paperless
                =1+1,@SUM(A1),2,95.5,monthly,none,yes
                -7,-7,2,95.5,monthly,none,yes
                +8,+x,2,95.5,monthly,none,yes
                """;
        OutputSettings kept = OUTPUT.withKeep(List.of("=note"));

        List<Map<String, String>> rows = list.rows(csv, ScoredList.settings(kept));

        assertThat(rows).extracting(row -> row.get("customer_id")).containsExactly("=1+1", "-7", "+8");
        assertThat(rows).extracting(row -> row.get("'=note")).containsExactly("'@SUM(A1)", "-7", "'+x");
        assertThat(list.rows(csv, ScoredList.settings(kept.withStyle(CsvStyle.raw()))))
                .extracting(row -> row.get("=note"))
                .containsExactly("@SUM(A1)", "-7", "+x");
    }

    @Test
    void idsStayCharacterForCharacter() throws Exception {
        List<String> ids = List.of("007", " 7", "12345678901234567890", "é", "e\u0301", "李雷", "a,b", "say \"hi\"");
        StringBuilder csv = new StringBuilder(ScoredList.HEADER);
        ids.forEach(id -> csv.append('"').append(id.replace("\"", "\"\"")).append("\",2,95.5,monthly,none,yes\n"));

        assertThat(list.rows(csv.toString(), ScoredList.settings()))
                .extracting(row -> row.get("customer_id"))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void beginsWithAByteOrderMarkWhereAskedTo() throws Exception {
        list.score(
                RISKY,
                ScoredList.settings(OUTPUT.withStyle(CsvStyle.spreadsheet().withByteOrderMark())));

        assertThat(list.text()).startsWith("\uFEFFcustomer_id,");
        assertThat(list.rows().get(0)).containsEntry("customer_id", "C-1");
    }

    @Test
    void readsAndWritesCompressedFiles() throws Exception {
        list.score(ScoredList.customers(1000), ScoredList.settings());
        Path packed = folder.resolve("customers.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ScoredList.customers(1000).getBytes(StandardCharsets.UTF_8));
        }
        Path output = folder.resolve("scores.csv.gz");

        new BatchScoring(TinyBundles.bundle(), Optional.of(ScoredList.PLAYBOOK))
                .score(packed, TableFormat.csv(), output, ScoredList.settings(), Progress.SILENT);

        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(output))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(list.text());
        }
    }

    @Test
    void readsOtherDelimitersAndEncodings() throws Exception {
        list.score(RISKY.replace("C-1", "客户"), ScoredList.settings());
        String expected = list.text();
        TableFormat format =
                TableFormat.csv().withDelimiter(';').withEncoding(java.nio.charset.Charset.forName("GB18030"));
        Files.write(list.table(), RISKY.replace("C-1", "客户").replace(',', ';').getBytes("GB18030"));

        new BatchScoring(TinyBundles.bundle(), Optional.of(ScoredList.PLAYBOOK))
                .score(list.table(), format, list.output(), ScoredList.settings(), Progress.SILENT);

        assertThat(list.text()).isEqualTo(expected);
    }

    @Test
    void worksWithChineseFileNames() throws IOException, TooManyRejectedException {
        Path table = folder.resolve("客户.csv");
        Path output = folder.resolve("流失风险.csv");
        ScoredList.write(table, RISKY);

        new BatchScoring(TinyBundles.bundle(), Optional.empty())
                .score(table, TableFormat.csv(), output, ScoredList.settings(), Progress.SILENT);

        assertThat(Files.readAllLines(output)).hasSize(2);
    }
}
