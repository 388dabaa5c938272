package io.holdfast.scoring.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a row as the parser finds them, and refuses what is no row of this table. */
final class RowBuilder extends AbstractBaseCsvCallbackHandler<TableRow> {
    static final int MOST_COLUMNS = 16384;
    static final int LONGEST_CELL = TableFormat.LONGEST_CELL;
    private static final int FEW_COLUMNS = 16;

    private final String file;
    private final char delimiter;
    private final Passed passed;
    private @Nullable Header header;
    private String[] cells = new String[FEW_COLUMNS];
    private Cells[] texts = new Cells[0];
    private boolean quoted;
    private long blankLine;
    private long rows;

    /** @param passed what came before */
    RowBuilder(String file, char delimiter, Passed passed) {
        this.file = file;
        this.delimiter = delimiter;
        this.passed = passed;
    }

    char delimiter() {
        return delimiter;
    }

    /** Whether the last cell stood in quotes. */
    boolean isQuoted() {
        return quoted;
    }

    Header header() {
        if (header == null) {
            throw new IllegalStateException("the header has not been read: " + file);
        }
        return header;
    }

    void header(Header read) {
        header = read;
        rows = passed.rows();
        cells = new String[read.names().size()];
        texts = new Cells[cells.length];
        Arrays.setAll(texts, column -> new Cells());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
        if (length > LONGEST_CELL) {
            throw tooLong(index);
        }
        quoted = inQuotes;
        if (header == null) {
            headerField(index, new String(buffer, offset, length));
        } else if (index < cells.length) {
            cells[index] = texts[index].text(buffer, offset, length);
        }
    }

    private void headerField(int index, String name) {
        if (index == MOST_COLUMNS) {
            throw fault("too_many_columns", "more than " + MOST_COLUMNS + " columns");
        }
        if (index == cells.length) {
            cells = Arrays.copyOf(cells, Math.min(2 * index, MOST_COLUMNS));
        }
        cells[index] = name;
    }

    @Override
    protected void handleEmpty() {
        if (blankLine == 0) {
            blankLine = line();
        }
    }

    @Override
    protected @Nullable TableRow buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        if (blankLine > 0) {
            throw new InputException(
                    "blank_line",
                    file + " line " + blankLine + " is blank; expected a row (a single empty cell is written \"\")");
        }
        int count = getFieldCount();
        if (header == null) {
            return new TableRow(0, line(), Arrays.copyOf(cells, count));
        }
        if (count != cells.length) {
            throw count < cells.length ? tooShort(count) : tooWide(count);
        }
        rows++;
        TableRow row = new TableRow(rows, line(), cells);
        cells = new String[cells.length];
        return row;
    }

    /** Translates what the parser says. */
    InputException fault(CsvParseException thrown) {
        String said = String.valueOf(thrown.getMessage());
        int column = getFieldCount();
        if (said.startsWith("Unclosed")) {
            return fault("unclosed_quote", at(column) + "a quote is opened and never closed");
        }
        if (said.startsWith("Unexpected character")) {
            char follows = said.charAt(said.indexOf('\'') + 1);
            if (header == null && follows != delimiter && Header.DELIMITERS.indexOf(follows) >= 0) {
                return fault(
                        "wrong_delimiter",
                        "in column " + (column + 1) + " of the header, " + Excerpt.of(String.valueOf(follows))
                                + " follows a closing quote; the delimiter looks like "
                                + Excerpt.of(String.valueOf(follows)) + ", not "
                                + Excerpt.of(String.valueOf(delimiter)) + " (--delimiter)");
            }
            return fault(
                    "text_after_quote",
                    at(column) + "text follows a closing quote; expected " + Excerpt.of(String.valueOf(delimiter))
                            + " or the end of the line (a quote inside quotes is written twice)");
        }
        if (said.startsWith("The maximum buffer size")) {
            return tooLong(column);
        }
        return new InputException("not_csv", file + " line " + line() + " is not valid CSV", thrown);
    }

    private InputException tooLong(int column) {
        return fault(
                "cell_too_long",
                at(column) + "a cell of more than " + LONGEST_CELL + " characters; is a quote left open there?");
    }

    private InputException tooShort(int count) {
        List<String> names = header().names();
        return fault(
                "short_row",
                "the row has " + count + cells(count) + "and the header " + names.size() + "; it ends in column "
                        + Excerpt.of(names.get(count - 1)) + " with " + Excerpt.of(cells[count - 1])
                        + " (a line break inside a cell needs quotes around the cell)");
    }

    private InputException tooWide(int count) {
        List<String> names = header().names();
        return fault(
                "long_row",
                "the row has " + count + " cells and the header " + names.size() + "; the last named column is "
                        + Excerpt.of(names.get(names.size() - 1)) + ", here with " + Excerpt.of(cells[names.size() - 1])
                        + " (" + Excerpt.of(String.valueOf(delimiter))
                        + " inside a cell needs quotes around the cell)");
    }

    private static String cells(int count) {
        return count == 1 ? " cell " : " cells ";
    }

    private InputException fault(String code, String sentence) {
        return new InputException(code, file + " line " + line() + ": " + sentence);
    }

    private String at(int column) {
        if (header == null) {
            return "in column " + (column + 1) + " of the header, ";
        }
        return column < cells.length ? "in column " + Excerpt.of(header.names().get(column)) + ", " : "";
    }

    private long line() {
        return passed.lines() + getStartingLineNumber();
    }
}
