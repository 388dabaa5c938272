package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every table, tried on seeded random ones. */
class TableFuzzTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static byte[] written(RandomTable table, CsvStyle style) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = CsvWriter.to(out, style)) {
            table.header().forEach(writer::exact);
            writer.endRow();
            for (List<String> row : table.rows()) {
                row.forEach(writer::cell);
                writer.endRow();
            }
        }
        return out.toByteArray();
    }

    private static void assertReadsAs(RandomTable table, byte[] content, TableFormat format) {
        try (TableReader reader = Tables.open(content, format)) {
            assertThat(reader.header()).isEqualTo(table.header());
            assertThat(Tables.rows(reader)).isEqualTo(table.rows());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackEqual(long seed) {
        RandomTable table = RandomTable.of(seed, 8, 60);

        assertReadsAs(table, written(table, CsvStyle.raw()), TableFormat.csv());
        assertReadsAs(table, written(table, CsvStyle.raw().withByteOrderMark()), TableFormat.csv());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyAnApostropheTellsANeutralisedTableFromARawOne(long seed) {
        RandomTable table = RandomTable.of(seed, 8, 60);

        try (TableReader reader = Tables.open(written(table, CsvStyle.spreadsheet()), TableFormat.csv())) {
            List<List<String>> rows = Tables.rows(reader);
            assertThat(rows).hasSameSizeAs(table.rows());
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < table.header().size(); column++) {
                    String before = table.rows().get(row).get(column);
                    assertThat(rows.get(row).get(column)).isEqualTo(Formula.isLikely(before) ? "'" + before : before);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lineBreaksDelimiterEncodingAndMarkChangeNothing(long seed) {
        RandomTable table = RandomTable.of(seed, 8, 60);
        String[] lineBreaks = {"\n", "\r\n", "\r"};
        String[] delimiters = {",", ";", "\t", "|"};
        for (String encoding : List.of("UTF-8", "GB18030", "UTF-16", "UTF-32LE")) {
            for (String lineBreak : lineBreaks) {
                for (String delimiter : delimiters) {
                    assertReadsAs(
                            table,
                            table.quoted(delimiter, lineBreak).getBytes(Charset.forName(encoding)),
                            TableFormat.csv()
                                    .withDelimiter(delimiter.charAt(0))
                                    .withEncoding(Charset.forName(encoding)));
                }
            }
        }
        assertReadsAs(table, ("\uFEFF" + table.quoted(",", "\n")).getBytes(StandardCharsets.UTF_8), TableFormat.csv());
    }

    /**
     * A file cut anywhere is refused, or gives the first rows. All of them are whole but the very last: where the cut falls into its last
     * cell, behind the delimiter or between two quotes that stand for one, the rest looks like the end of a file without a last line break, which
     * is allowed.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyTruncationIsRefusedOrGivesTheFirstRows(long seed) {
        RandomTable table = RandomTable.of(seed, 5, 12);
        byte[] whole = table.quoted(",", "\n").getBytes(StandardCharsets.UTF_8);
        Set<Integer> lineEnds = lineEnds(table);
        int wholeLines = 0;
        for (int length = 0; length < whole.length; length++) {
            try (TableReader reader = Tables.open(Arrays.copyOf(whole, length), TableFormat.csv())) {
                List<List<String>> lines = new ArrayList<>(List.of(reader.header()));
                lines.addAll(Tables.rows(reader));
                assertBegins(table, lines, lineEnds.contains(length));
                wholeLines += lineEnds.contains(length) ? 1 : 0;
            } catch (InputException e) {
                assertThat(lineEnds).as("refused: %s", e.getMessage()).doesNotContain(length);
                assertThat(e.code())
                        .isIn(
                                "empty_file",
                                "unclosed_quote",
                                "short_row",
                                "empty_header",
                                "wrong_encoding",
                                "duplicate_header");
            }
        }
        assertThat(wholeLines)
                .as("cuts behind a line, but the last")
                .isEqualTo(table.rows().size());
    }

    private static Set<Integer> lineEnds(RandomTable table) {
        Set<Integer> ends = new HashSet<>();
        for (int rows = 0; rows <= table.rows().size(); rows++) {
            RandomTable start = new RandomTable(table.header(), table.rows().subList(0, rows));
            ends.add(start.quoted(",", "\n").getBytes(StandardCharsets.UTF_8).length);
        }
        return ends;
    }

    private static void assertBegins(RandomTable table, List<List<String>> lines, boolean whole) {
        List<List<String>> all = new ArrayList<>(List.of(table.header()));
        all.addAll(table.rows());
        int last = lines.size() - 1;
        assertThat(lines.subList(0, last)).isEqualTo(all.subList(0, last));
        List<String> line = lines.get(last);
        List<String> expected = all.get(last);
        if (whole) {
            assertThat(line).isEqualTo(expected);
        } else {
            int cell = line.size() - 1;
            assertThat(line.subList(0, cell)).isEqualTo(expected.subList(0, cell));
            assertThat(expected.get(cell)).startsWith(line.get(cell));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreATableOrRefusedInOneSentence(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = RandomTable.of(seed, 4, 8).quoted(",", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int trial = 0; trial < 300; trial++) {
            byte[] content = Arrays.copyOf(whole, whole.length);
            int changes = random.nextInt(1, 4);
            for (int change = 0; change < changes; change++) {
                content[random.nextInt(content.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : "\",\n\r".charAt(random.nextInt(4)));
            }
            try (TableReader reader = Tables.open(content, TableFormat.csv())) {
                long lines = 1;
                while (reader.advance()) {
                    assertThat(reader.row().size()).isEqualTo(reader.header().size());
                    assertThat(reader.row().line()).isGreaterThan(lines);
                    lines = reader.row().line();
                }
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith("table.csv ").doesNotContain("\n", "\r", "\u0000");
            }
        }
    }
}
