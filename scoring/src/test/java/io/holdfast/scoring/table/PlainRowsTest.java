package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainRowsTest {
    private static final String[] CELLS = {
        "",
        "0",
        "yes",
        "no",
        "12.5",
        "\"quoted\"",
        "\"a,b\"",
        "\"a \"\"word\"\"\"",
        "\"\"",
        "Month-to-month",
        "é",
        "客户",
        "\uD83D\uDE00 smile",
        "exactly8",
        "exactly16bytes..",
        "more than sixteen bytes; \t",
        "\t",
        "tab\tand more",
        "\u0001",
        "\"more than sixteen bytes, \"",
        "bank transfer (automatic)"
    };
    private static final String[] ODDITIES = {
        "\"line\nbreak\"",
        "a\rb",
        "a\"b",
        "\"a\"b",
        "\"open",
        "a,b",
        "\u0000",
        "\uFFFD",
        "\n",
        "\r",
        "\uFEFF",
        "x".repeat(70_000)
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    private static byte[] content(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        int columns = random.nextInt(1, 6);
        String lineBreak = random.nextBoolean() ? "\n" : "\r\n";
        for (int column = 0; column < columns; column++) {
            text.append(column > 0 ? "," : "").append(random.nextBoolean() ? "c" + column : "\"c" + column + "\"");
        }
        text.append(lineBreak);
        int rows = random.nextInt(40);
        int odd = random.nextInt(120);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String[] from = row == odd && random.nextInt(columns) == 0 ? ODDITIES : CELLS;
                text.append(column > 0 ? "," : "").append(from[random.nextInt(from.length)]);
            }
            text.append(random.nextInt(60) == 0 ? "\r" : lineBreak);
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        int cut = random.nextInt(4) == 0 ? random.nextInt(content.length + 1) : content.length;
        for (int change = random.nextInt(6) - 4; change > 0; change--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(content, cut);
    }

    /** Everything a reader tells of a table: its cells, where each row stands, and the fault that ends it. */
    private static List<String> told(InputStream in, boolean plain) {
        List<String> told = new ArrayList<>();
        try {
            TableRows table =
                    plain ? PlainRows.of("t.csv", in, TableFormat.csv()) : CsvRows.of("t.csv", in, TableFormat.csv());
            told.add(table.header().toString());
            for (TableRow row = table.next(); row != null; row = table.next()) {
                told.add(row.number() + " " + row.line() + " " + Tables.cells(row));
            }
        } catch (InputException e) {
            told.add(e.code() + " " + e.getMessage());
        }
        return told;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAndFaultsAreThoseOfTheFullReader(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 20; trial++) {
            byte[] content = content(random);

            assertThat(told(new ByteArrayInputStream(content), true))
                    .isEqualTo(told(new ByteArrayInputStream(content), false));
            assertThat(told(new Dripping(content), true)).isEqualTo(told(new ByteArrayInputStream(content), false));
        }
    }

    @Test
    void longTablesAreReadAcrossTheEndOfTheBuffer() {
        StringBuilder text = new StringBuilder("id,word,number\n");
        for (int row = 0; row < 20_000; row++) {
            text.append("id")
                    .append(row)
                    .append(",\"word, ")
                    .append(row % 300)
                    .append("\",")
                    .append(row * 0.25);
            text.append('\n');
        }
        byte[] content = text.append("1,2,3,4\n").toString().getBytes(StandardCharsets.UTF_8);

        List<String> told = told(new ByteArrayInputStream(content), true);

        assertThat(told).hasSize(20_002).isEqualTo(told(new ByteArrayInputStream(content), false));
        assertThat(told.get(20_001)).startsWith("long_row t.csv line 20002:");
    }

    @Test
    void anUndecodableByteIsToldByItsPlaceInTheFile() {
        byte[] content = "a,b\n1,2\n3,\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(told(new ByteArrayInputStream(content), true).get(2))
                .startsWith("wrong_encoding t.csv line 3: byte 0xE9 (number 11 of the file)");
    }

    @Test
    void equalTextsHaveEqualNumbersWhetherQuotedOrNot() {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = Tables.open("a,b\nyes,\"a\"\"b\"\n\"yes\",c\nno,\"\"\n")) {
            while (table.advance()) {
                rows.add(table.row());
            }
        }

        assertThat(rows).extracting(row -> row.text(0)).containsExactly(0, 0, 1);
        assertThat(rows).extracting(row -> row.cell(1)).containsExactly("a\"b", "c", "");
    }

    @Test
    void onlySoManyTextsOfAColumnAreNumbered() {
        StringBuilder text = new StringBuilder("a\n");
        for (int row = 0; row < 2 * ColumnTexts.MOST; row++) {
            text.append("text ").append(row).append('\n');
        }
        List<Integer> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (TableReader table = Tables.open(text.toString())) {
            while (table.advance()) {
                numbers.add(table.row().text(0));
                texts.add(table.row().cell(0));
            }
        }

        assertThat(numbers.subList(0, ColumnTexts.MOST)).doesNotHaveDuplicates().doesNotContain(-1);
        assertThat(numbers.subList(ColumnTexts.MOST, numbers.size())).containsOnly(-1);
        assertThat(texts).doesNotHaveDuplicates().startsWith("text 0").endsWith("text " + (2 * ColumnTexts.MOST - 1));
    }

    /** Gives a byte at a time, as a slow connection may. */
    private static final class Dripping extends ByteArrayInputStream {
        Dripping(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1));
        }
    }
}
