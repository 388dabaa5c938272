package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.fixture.Tables;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {
    private static final String CSV = Tables.HEADER + "a,1,größer,1,no\n" + "b,2,\"x,y\",0,yes\n";

    @TempDir
    private Path folder;

    private String plain;

    @BeforeEach
    void digestOfThePlainFile() {
        plain = digest(CSV);
    }

    private String digest(String csv) {
        return Tables.read(folder, Tables.COLUMNS, csv).digest();
    }

    private String digest(String tableLine, byte[] bytes) throws IOException {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS).replace("{path: table.csv}", tableLine), "");
        Files.write(folder.resolve("table.csv"), bytes);
        return Tables.load(yaml).digest();
    }

    /** Computed with Python's hashlib: 4-byte big-endian lengths before each name and cell, the number of names first. */
    @Test
    void isTheSha256OfNamesAndCellsWithTheirLengths() {
        assertThat(plain).isEqualTo("fc1a914e1ce4d9995ebef9c826776661b27681cc4ee7df2fcf0889131d3bd856");
    }

    @Test
    void delimiterQuotesAndLineEndsDoNotCount() throws IOException {
        String other = "id;tenure;plan;autopay;churn\r\n\"a\";1;größer;1;no\r\nb;2;x,y;0;\"yes\"";

        assertThat(digest("{path: table.csv, delimiter: \";\"}", other.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
    }

    @Test
    void encodingDoesNotCount() throws IOException {
        byte[] latin = CSV.getBytes(StandardCharsets.ISO_8859_1);
        byte[] chinese = CSV.getBytes(Charset.forName("GB18030"));

        assertThat(digest("{path: table.csv, encoding: ISO-8859-1}", latin)).isEqualTo(plain);
        assertThat(digest("{path: table.csv, encoding: GB18030}", chinese)).isEqualTo(plain);
    }

    @Test
    void theOrderOfTheColumnsDoesNotCount() {
        assertThat(digest("""
                churn,plan,id,tenure,autopay
                no,größer,a,1,1
                yes,"x,y",b,2,0
                """)).isEqualTo(plain);
    }

    @Test
    void theOrderOfTheRowsAndEveryCellCount() {
        assertThat(digest(Tables.HEADER + "b,2,\"x,y\",0,yes\n" + "a,1,größer,1,no\n"))
                .isNotEqualTo(plain);
        assertThat(digest(CSV.replace("b,2,", "b,2.0,"))).isNotEqualTo(plain);
        assertThat(digest(CSV.replace("no", "No"))).isNotEqualTo(plain);
    }

    @Test
    void anIgnoredColumnCountsOnlyIfItIsSensitive() {
        String csv = """
                id,tenure,plan,autopay,churn,more
                a,1,größer,1,no,1
                b,2,"x,y",0,yes,0
                """;

        String ignored = Tables.read(folder, Tables.COLUMNS + "more: {role: ignore}\n", csv)
                .digest();
        String sensitive = Tables.read(
                        folder, Tables.COLUMNS + "more: {role: ignore, kind: flag, sensitive: true}\n", csv)
                .digest();

        assertThat(ignored).isEqualTo(plain);
        assertThat(sensitive).isNotEqualTo(plain);
    }

    @Test
    void cellsCannotFlowIntoEachOther() {
        assertThat(digest(Tables.HEADER + "ab,1,x,1,no\n" + "c,1,y,1,no\n"))
                .isNotEqualTo(digest(Tables.HEADER + "a,1,x,1,no\n" + "bc,1,y,1,no\n"));
    }
}
