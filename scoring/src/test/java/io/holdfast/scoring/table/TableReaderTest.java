package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final String PLAIN = "id,name\n1,Ann\n2,Bob\n";

    @TempDir
    Path directory;

    @Test
    void readsHeaderAndRows() {
        try (TableReader reader = Tables.open(PLAIN)) {
            assertThat(reader.name()).isEqualTo("table.csv");
            assertThat(reader.header()).containsExactly("id", "name");
            assertThat(reader.column("name")).hasValue(1);
            assertThat(reader.column("Name")).isEmpty();
            assertThat(reader.rows()).isZero();
            assertThat(Tables.rows(reader)).containsExactly(List.of("1", "Ann"), List.of("2", "Bob"));
            assertThat(reader.rows()).isEqualTo(2);
            assertThat(reader.advance()).isFalse();
        }
    }

    @Test
    void hasNoRowBeforeTheFirstAndAfterTheLast() {
        try (TableReader reader = Tables.open("id\n1\n")) {
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::row);
            assertThat(reader.advance()).isTrue();
            assertThat(reader.row().cell(0)).isEqualTo("1");
            assertThat(reader.advance()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::row);
        }
    }

    @Test
    void aHeaderAloneIsATableOfNoRows() {
        assertThat(Tables.rows("id,name\n")).isEmpty();
        assertThat(Tables.rows("id,name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFid,name\n1,Ann\n2,Bob\n",
                "id,name\r\n1,Ann\r\n2,Bob\r\n",
                "id,name\r1,Ann\r2,Bob\r",
                "id,name\r\n1,Ann\r2,Bob\n",
                "id,name\n1,Ann\n2,Bob",
                "\"id\",\"name\"\n\"1\",\"Ann\"\n\"2\",\"Bob\"",
                "\uFEFF\"id\",name\r\n1,\"Ann\"\r\n2,Bob\r\n\r\n",
                "id,name\n1,Ann\n2,Bob\n\n\n"
            })
    void readsTheSameTableHoweverItsLinesAreWritten(String text) {
        try (TableReader reader = Tables.open(text)) {
            assertThat(reader.header()).containsExactly("id", "name");
            assertThat(Tables.rows(reader)).isEqualTo(Tables.rows(PLAIN));
        }
    }

    @Test
    void readsQuotedCells() {
        assertThat(Tables.rows("a,b\n\"x, \"\"y\"\"\",\"line 1\nline 2\r\nline 3\"\n\"\",\"\"\"\"\n"))
                .containsExactly(List.of("x, \"y\"", "line 1\nline 2\r\nline 3"), List.of("", "\""));
    }

    @Test
    void keepsBlanksAndQuotesInsideUnquotedCells() {
        assertThat(Tables.rows("a,b\n x , \t\n5\" pipe,it's\n"))
                .containsExactly(List.of(" x ", " \t"), List.of("5\" pipe", "it's"));
    }

    @Test
    void keepsEmptyCells() {
        assertThat(Tables.rows("a,b,c\n,,\n1,,\n,,3\n"))
                .containsExactly(List.of("", "", ""), List.of("1", "", ""), List.of("", "", "3"));
    }

    @Test
    void readsASingleColumn() {
        assertThat(Tables.rows("a\n1\n\"\"\n3")).containsExactly(List.of("1"), List.of(""), List.of("3"));
    }

    @Test
    void keepsIdsByteForByte() {
        String composed = "caf\u00e9";
        String decomposed = "cafe\u0301";
        List<String> ids = List.of(
                "00123", "12345678901234567890", " 7 ", "1e5", composed, decomposed, "\u5ba2\u6237-7", "TRUE", "NULL");

        assertThat(Tables.rows("id,x\n" + String.join(",1\n", ids) + ",1\n"))
                .map(row -> row.get(0))
                .isEqualTo(ids);
        assertThat(composed).isNotEqualTo(decomposed);
    }

    @Test
    void keepsRowsApartThatRepeatTheirCells() {
        try (TableReader reader = Tables.open("a,b\nsame,1\nsame,2\nother,2\n")) {
            reader.advance();
            TableRow first = reader.row();
            reader.advance();
            TableRow second = reader.row();
            reader.advance();

            assertThat(Tables.cells(first)).containsExactly("same", "1");
            assertThat(Tables.cells(second)).containsExactly("same", "2");
            assertThat(Tables.cells(reader.row())).containsExactly("other", "2");
        }
    }

    @Test
    void knowsNumberAndLineOfEveryRow() {
        try (TableReader reader = Tables.open("a,b\r\n1,\"x\ny\r\nz\"\r\n2,x\r\n\"3\r\",x")) {
            long[][] expected = {{1, 2}, {2, 5}, {3, 6}};
            for (long[] place : expected) {
                assertThat(reader.advance()).isTrue();
                assertThat(reader.row().number()).isEqualTo(place[0]);
                assertThat(reader.row().line()).isEqualTo(place[1]);
                assertThat(reader.row().size()).isEqualTo(2);
            }
            assertThat(reader.advance()).isFalse();
        }
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({"003B", "0009", "007C", "0020", "00A6"})
    void splitsAtTheDelimiterItIsToldAndNoOther(String point) {
        char delimiter = (char) Integer.parseInt(point, 16);
        String text = "a" + delimiter + "b\n1,5" + delimiter + "\"x" + delimiter + "y\"\n";

        try (TableReader reader = Tables.open(
                text.getBytes(StandardCharsets.UTF_8), TableFormat.csv().withDelimiter(delimiter))) {
            assertThat(reader.header()).containsExactly("a", "b");
            assertThat(Tables.rows(reader)).containsExactly(List.of("1,5", "x" + delimiter + "y"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "Big5"})
    void readsTheEncodingItIsTold(String encoding) {
        byte[] content = "客戶,name\n一,\"二,\n三\"\n".getBytes(Charset.forName(encoding));

        try (TableReader reader = Tables.open(content, TableFormat.csv().withEncoding(Charset.forName(encoding)))) {
            assertThat(reader.header()).containsExactly("客戶", "name");
            assertThat(Tables.rows(reader)).containsExactly(List.of("一", "二,\n三"));
        }
    }

    @Test
    void readsLatin1() {
        byte[] content = "name\ncaf\u00e9 \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);

        try (TableReader reader = Tables.open(content, TableFormat.csv().withEncoding(StandardCharsets.ISO_8859_1))) {
            assertThat(Tables.rows(reader)).containsExactly(List.of("caf\u00e9 \u00fc"));
        }
    }

    @Test
    void skipsTheByteOrderMarkOfAnyEncoding() {
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] content = "\uFEFFid\n1\n".getBytes(encoding);

            try (TableReader reader = Tables.open(content, TableFormat.csv().withEncoding(encoding))) {
                assertThat(reader.header()).as(encoding.name()).containsExactly("id");
            }
        }
    }

    @Test
    void readsAStreamThatGivesOneByteAtATime() {
        byte[] content = "id,名\r\n1,\"客\uD83D\uDE00\"\r\n".getBytes(StandardCharsets.UTF_8);
        InputStream trickle = new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1));
            }
        };

        try (TableReader reader = TableReader.open("table.csv", trickle, TableFormat.csv())) {
            assertThat(reader.header()).containsExactly("id", "名");
            assertThat(Tables.rows(reader)).containsExactly(List.of("1", "客\uD83D\uDE00"));
        }
    }

    @Test
    void readsCharactersThatStraddleItsBuffers() {
        String cell = "x".repeat(60_000) + "客户\uD83D\uDE00".repeat(500);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 20; row++) {
            text.append("y".repeat(row)).append(',').append(cell).append('\n');
        }

        List<List<String>> rows = Tables.rows(text.toString());

        assertThat(rows).hasSize(20).allSatisfy(row -> assertThat(row.get(1)).isEqualTo(cell));
    }

    @Test
    void takesTheLongestCellAndTheMostColumns() {
        String longest = "\"".repeat(RowBuilder.LONGEST_CELL);
        assertThat(Tables.rows("a\n\"" + longest.replace("\"", "\"\"") + "\"\n"))
                .containsExactly(List.of(longest));

        StringBuilder header = new StringBuilder("c0");
        for (int column = 1; column < RowBuilder.MOST_COLUMNS; column++) {
            header.append(",c").append(column);
        }
        String row = ",".repeat(RowBuilder.MOST_COLUMNS - 1) + "\n";
        assertThat(Tables.rows(header + "\n" + row).get(0)).hasSize(RowBuilder.MOST_COLUMNS);
    }

    @Test
    void opensAFileAndNamesItAsItWasGiven() throws IOException {
        Path file = Files.writeString(directory.resolve("客户 表.csv"), "id,x\n1\n");

        try (TableReader reader = TableReader.open(file, TableFormat.csv())) {
            assertThat(reader.name()).isEqualTo(file.toString());
            assertThat(Faults.of(reader::advance)).hasMessageStartingWith(file + " line 2: ");
        }
    }

    @Test
    void closesItsStreamAlsoWhenTheHeaderIsRefused() {
        AtomicInteger closed = new AtomicInteger();
        InputStream stream = new ByteArrayInputStream("id\n1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        TableReader.open("table.csv", stream, TableFormat.csv()).close();
        assertThat(closed).hasValue(1);

        InputStream bad = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        assertThat(Faults.of(() -> TableReader.open("table.csv", bad, TableFormat.csv()))
                        .code())
                .isEqualTo("empty_file");
        assertThat(closed).hasValue(2);
    }

    @Test
    void saysWhatIsWrongWithACell() {
        try (TableReader reader = Tables.open("id,tenure\n7,\"1,5\u001b[31m\"\n")) {
            reader.advance();

            assertThat(reader.fault(reader.row(), 1, "wrong_type", "a number such as 12.5"))
                    .hasMessage("table.csv line 2, column 'tenure': '1,5\\u001B[31m'; expected a number such as 12.5");
        }
    }
}
