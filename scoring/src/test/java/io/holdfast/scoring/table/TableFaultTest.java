package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFaultTest {
    @TempDir
    Path directory;

    private static InputException fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8), TableFormat.csv());
    }

    private static InputException fault(byte[] content, TableFormat format) {
        return Faults.of(() -> {
            try (TableReader reader = Tables.open(content, format)) {
                while (reader.advance()) {
                    assertThat(reader.row().size()).isEqualTo(reader.header().size());
                }
            }
        });
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                arguments(
                        "a,b\n\"1,2\n", "unclosed_quote", "line 2: in column 'a', a quote is opened and never closed"),
                arguments(
                        "a,b\n1,2\n3,\"4\n5,6\n",
                        "unclosed_quote",
                        "line 3: in column 'b', a quote is opened and never closed"),
                arguments(
                        "a,b\n1,2\n3,\"",
                        "unclosed_quote",
                        "line 3: in column 'b', a quote is opened and never closed"),
                arguments(
                        "a,\"b\n1,2\n",
                        "unclosed_quote",
                        "line 1: in column 2 of the header, a quote is opened and never closed"),
                arguments(
                        "\"",
                        "unclosed_quote",
                        "line 1: in column 1 of the header, a quote is opened and never closed"),
                arguments(
                        "a,b\n\"1\" ,2\n",
                        "text_after_quote",
                        "line 2: in column 'a', text follows a closing quote; expected ',' or the end of the line (a quote inside quotes is written twice)"),
                arguments(
                        "a,b\n1,\"x\n2,\"y\"\n",
                        "text_after_quote",
                        "line 2: in column 'b', text follows a closing quote; expected ',' or the end of the line (a quote inside quotes is written twice)"),
                arguments(
                        "a,b,c\n1,2,3\n4,5\n",
                        "short_row",
                        "line 3: the row has 2 cells and the header 3; it ends in column 'b' with '5' (a line break inside a cell needs quotes around the cell)"),
                arguments(
                        "a,b,c\n1",
                        "short_row",
                        "line 2: the row has 1 cell and the header 3; it ends in column 'a' with '1' (a line break inside a cell needs quotes around the cell)"),
                arguments(
                        "a,b\n1,2,3\n",
                        "long_row",
                        "line 2: the row has 3 cells and the header 2; the last named column is 'b', here with '2' (',' inside a cell needs quotes around the cell)"),
                arguments(
                        "a,b\n1,2,\n",
                        "long_row",
                        "line 2: the row has 3 cells and the header 2; the last named column is 'b', here with '2' (',' inside a cell needs quotes around the cell)"),
                arguments(
                        "a,b\n1,2\n\n3,4\n",
                        "blank_line",
                        "line 3 is blank; expected a row (a single empty cell is written \"\")"),
                arguments(
                        "\n\na,b\n1,2\n",
                        "blank_line",
                        "line 1 is blank; expected a row (a single empty cell is written \"\")"),
                arguments(
                        "a\n1\n\r\n3",
                        "blank_line",
                        "line 3 is blank; expected a row (a single empty cell is written \"\")"),
                arguments("a,b,a\n", "duplicate_header", "line 1: columns 1 and 3 are both named 'a'"),
                arguments("a,,c\n", "empty_header", "line 1: column 2 has no name"),
                arguments("\"\",a\n", "empty_header", "line 1: column 1 has no name"),
                arguments("a,b,\n", "empty_header", "line 1: column 3 has no name"),
                arguments(
                        "a;b;c\n1;2;3\n",
                        "wrong_delimiter",
                        "line 1: the header has 1 column, 'a;b;c'; the delimiter looks like ';', not ',' (delimiter: in its description, or --delimiter)"),
                arguments(
                        "a\tb\n1\t2\n",
                        "wrong_delimiter",
                        "line 1: the header has 1 column, 'a\\tb'; the delimiter looks like '\\t', not ',' (delimiter: in its description, or --delimiter)"),
                arguments(
                        "\"a\";\"b\"\n1;2\n",
                        "wrong_delimiter",
                        "line 1: in column 1 of the header, ';' follows a closing quote; the delimiter looks like ';', not ',' (--delimiter)"),
                arguments(
                        "\"a\"\t\"b\"\n",
                        "wrong_delimiter",
                        "line 1: in column 1 of the header, '\\t' follows a closing quote; the delimiter looks like '\\t', not ',' (--delimiter)"),
                arguments(
                        "a,b\n1,x\u0000y\n",
                        "nul_character",
                        "line 2: a NUL character; expected text, is this a CSV file?"),
                arguments(
                        "a\u0000,b\n", "nul_character", "line 1: a NUL character; expected text, is this a CSV file?"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("structures")
    void refusesWhatIsNoTable(String text, String code, String sentence) {
        InputException fault = fault(text);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasMessage("table.csv " + sentence);
        assertThat(fault(text.replace("\n", "\r\n"))).as("with CRLF").hasMessage("table.csv " + sentence);
    }

    @Test
    void aFaultStaysWhatItIsHoweverOftenItIsAskedFor() {
        byte[] text = "a,b\n1,2\n3,\"4\"x\n5,\"6\"x\n".getBytes(StandardCharsets.UTF_8);
        try (TableReader reader = Tables.open(text, TableFormat.csv())) {
            assertThat(reader.advance()).isTrue();
            InputException first = Faults.of(reader::advance);

            assertThat(first).hasMessageContaining("line 3");
            assertThat(Faults.of(reader::advance)).isSameAs(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF", "\uFEFF\n"})
    void refusesAFileWithoutAHeader(String text) {
        assertThat(fault(text)).hasMessage("table.csv is empty; expected a header line with the names of the columns");
    }

    @Test
    void namesTheCommaWhereAnotherDelimiterWasTold() {
        byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(fault(content, TableFormat.csv().withDelimiter(';')))
                .hasMessageContaining("the delimiter looks like ',', not ';'");
    }

    @Test
    void takesAQuotedHeaderOfOneColumnAtItsWord() {
        try (TableReader reader = Tables.open("\"a;b\"\n1\n")) {
            assertThat(reader.header()).containsExactly("a;b");
        }
    }

    @Test
    void refusesACellThatNeverEnds() {
        String sentence = "in column 'b', a cell of more than 65536 characters; is a quote left open there?";

        assertThat(fault("a,b\n1," + "x".repeat(65_537) + "\n")).hasMessage("table.csv line 2: " + sentence);
        assertThat(fault("a,b\n1,2\n1,\"" + "x".repeat(20_000_000) + "\"\n"))
                .hasMessage("table.csv line 3: " + sentence);
        assertThat(fault("a,b\n1,\"" + "3,4\n".repeat(1_000_000))).hasMessage("table.csv line 2: " + sentence);
        assertThat(fault("x".repeat(65_537)).code()).isEqualTo("cell_too_long");
    }

    @Test
    void refusesAMillionColumnsWhereverTheyAre() {
        assertThat(fault("c,".repeat(1_000_000))).hasMessage("table.csv line 1: more than 16384 columns");
        assertThat(fault("a,b\n" + ",".repeat(1_000_000)).code()).isEqualTo("long_row");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(
                        "UTF-8",
                        "GB18030",
                        "name\nAnn\n客户\n",
                        "line 3: byte 0xBF (number 10 of the file) is not UTF-8"),
                arguments(
                        "UTF-8",
                        "ISO-8859-1",
                        "name\r\ncaf\u00e9\r\n",
                        "line 2: byte 0xE9 (number 10 of the file) is not UTF-8"),
                arguments(
                        "UTF-8",
                        "windows-1252",
                        "n\u00e4me\n",
                        "line 1: byte 0xE4 (number 2 of the file) is not UTF-8"),
                arguments(
                        "GB18030",
                        "ISO-8859-1",
                        "name\nx\n\u00ff\n",
                        "line 3: byte 0xFF (number 8 of the file) is not GB18030"),
                arguments(
                        "US-ASCII",
                        "UTF-8",
                        "name\rx\r客\r",
                        "line 3: byte 0xE5 (number 8 of the file) is not US-ASCII"));
    }

    @ParameterizedTest(name = "{1} read as {0}")
    @MethodSource("encodings")
    void namesLineAndByteThatAreNotOfTheEncoding(String told, String actual, String text, String sentence) {
        InputException fault =
                fault(text.getBytes(Charset.forName(actual)), TableFormat.csv().withEncoding(Charset.forName(told)));

        assertThat(fault.code()).isEqualTo("wrong_encoding");
        assertThat(fault)
                .hasMessage(
                        "table.csv " + sentence
                                + "; if the file is written in another encoding, name it (encoding: in its description, or --encoding), e.g. GB18030 or ISO-8859-1");
    }

    @Test
    void countsBytesAndLinesAcrossItsBuffers() {
        String good = "a,b\n" + "客,户\r\n".repeat(100_000);
        byte[] start = good.getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(start, start.length + 1);
        content[start.length] = (byte) 0xFF;

        assertThat(fault(content, TableFormat.csv()))
                .hasMessageStartingWith("table.csv line 100002: byte 0xFF (number " + content.length + " of the file)");
    }

    @Test
    void refusesAFileThatEndsInsideACharacter() {
        byte[] whole = "a\n客".getBytes(StandardCharsets.UTF_8);

        assertThat(fault(Arrays.copyOf(whole, whole.length - 1), TableFormat.csv())
                        .code())
                .isEqualTo("wrong_encoding");
    }

    @Test
    void recognisesAFileThatIsSomethingElse() {
        assertThat(fault("a,b\n".getBytes(StandardCharsets.UTF_16), TableFormat.csv()))
                .hasMessage(
                        "table.csv line 1: the file begins with the byte order mark of UTF-16, but is read as UTF-8; name its encoding (encoding: UTF-16 in its description, or --encoding UTF-16)");
        assertThat(fault(
                        "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8),
                        TableFormat.csv().withEncoding(Charset.forName("GB18030"))))
                .hasMessageContaining("byte order mark of UTF-8, but is read as GB18030");
        assertThat(fault(new byte[] {0x1F, (byte) 0x8B, 8, 0}, TableFormat.csv())
                        .code())
                .isEqualTo("compressed_file");
        assertThat(fault(new byte[] {'P', 'K', 3, 4, 20}, TableFormat.csv()))
                .hasMessage(
                        "table.csv is a zip archive or an Excel workbook; expected CSV (in Excel: save as CSV UTF-8)");
    }

    @Test
    void refusesAPathThatIsNoFile() {
        assertThat(Faults.of(() -> TableReader.open(directory, TableFormat.csv()))
                        .code())
                .isEqualTo("is_a_directory");
        assertThat(Faults.of(() -> TableReader.open(directory.resolve("none.csv"), TableFormat.csv()))
                        .code())
                .isEqualTo("no_such_file");
    }

    @Test
    void reportsADiskThatStopsReading() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Input/output error");
                    }

                    @Override
                    public int read(byte[] target, int from, int length) throws IOException {
                        return read();
                    }
                });

        InputException fault = Faults.of(() -> {
            try (TableReader reader = TableReader.open("table.csv", broken, TableFormat.csv())) {
                Tables.rows(reader);
            }
        });

        assertThat(fault.code()).isEqualTo("not_readable");
        assertThat(fault).hasMessage("table.csv cannot be read: Input/output error");
    }

    @Test
    void givesTheRowsBeforeTheFault() {
        try (TableReader reader = Tables.open("a,b\n1,2\n3,4\n5\n")) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.advance()).isTrue();
            assertThat(Tables.cells(reader.row())).containsExactly("3", "4");
            assertThat(Faults.of(reader::advance).code()).isEqualTo("short_row");
            assertThat(reader.rows()).isEqualTo(2);
        }
    }

    @Test
    void shortensAndEscapesWhatItShows() {
        assertThat(fault("a,b\n\u001b[31m" + "x".repeat(1000) + "\n"))
                .hasMessageContaining("with '\\u001B[31m" + "x".repeat(55) + "'... (");
    }
}
