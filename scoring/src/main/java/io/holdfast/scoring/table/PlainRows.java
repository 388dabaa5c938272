package io.holdfast.scoring.table;

import io.holdfast.scoring.file.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a UTF-8 CSV file as long as they are plain, straight from the bytes, several times as fast as {@link CsvRows}: a line ends in LF or CRLF, has
 * as many cells as the header, and a quote stands only around a whole cell or, twice, within those. The first line that
 * is anything else, and all that follow, are read by {@link CsvRows}, which takes what else there is in CSV and says what is wrong.
 */
final class PlainRows implements TableRows {
    /** Longer lines are not plain. */
    private static final int ROOM = 1 << 16;

    /** Of all columns together, so that wide tables do not take more memory than others. */
    private static final int ALL_TEXTS = 1 << 16;

    private static final int FEWEST_TEXTS = 16;
    private static final int ODD = -1;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** Ends what is in the buffer, and is never plain. */
    private static final byte END = 0;

    private final String file;
    private final InputStream in;
    private final TableFormat format;
    private final long quote = CellEnds.eightOf('"');
    private final long delimiter;
    private final byte[] bytes = new byte[ROOM + ColumnTexts.SLACK];
    private int position;
    private int limit;
    private boolean ended;
    private long taken;
    private long line = 1;
    private long rows;
    private Header header = new Header(List.of());
    private ColumnTexts[] texts = new ColumnTexts[0];
    private String[] cells = new String[0];
    private short[] numbers = new short[0];
    private @Nullable CsvRows strict;

    private PlainRows(String file, InputStream in, TableFormat format) {
        this.file = file;
        this.in = in;
        this.format = format;
        this.delimiter = CellEnds.eightOf(format.delimiter());
    }

    static TableRows of(String file, InputStream in, TableFormat format) {
        if (!format.encoding().equals(StandardCharsets.UTF_8) || format.delimiter() >= 128) {
            return CsvRows.of(file, in, format);
        }
        PlainRows plain = new PlainRows(file, in, format);
        int end = plain.headerEnd();
        if (end == ODD) {
            return CsvRows.of(file, plain.rest(), format);
        }
        plain.header(CsvRows.of(file, new ByteArrayInputStream(plain.bytes, 0, end), format)
                .names());
        plain.position = end;
        return plain;
    }

    /** Where the first line ends, if nothing can be in it that belongs to the second. */
    private int headerEnd() {
        boolean more = true;
        while (more) {
            more = fill();
        }
        int from = Arrays.mismatch(bytes, 0, MARK.length, MARK, 0, MARK.length) < 0 ? MARK.length : 0;
        int quotes = 0;
        for (int at = from; at < limit; at++) {
            quotes += bytes[at] == '"' ? 1 : 0;
            if (bytes[at] == '\n') {
                return at > from && quotes % 2 == 0 ? at + 1 : ODD;
            }
            if (bytes[at] == END || (bytes[at] == '\r' && (at == from || bytes[at + 1] != '\n'))) {
                return ODD;
            }
        }
        return ODD;
    }

    private void header(Header read) {
        header = read;
        line++;
        int columns = read.names().size();
        cells = new String[columns];
        numbers = new short[columns];
        texts = new ColumnTexts[columns];
        int most = Math.max(FEWEST_TEXTS, Math.min(ColumnTexts.MOST, ALL_TEXTS / columns));
        Arrays.setAll(texts, column -> new ColumnTexts(most));
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    @Override
    public @Nullable TableRow next() {
        if (strict != null) {
            return strict.next();
        }
        int end = parse();
        while (end == ODD && fill()) {
            end = parse();
        }
        if (end == ODD) {
            if (position == limit && ended) {
                return null;
            }
            strict = CsvRows.after(file, rest(), format, header, new Passed(line - 1, taken + position, rows));
            return strict.next();
        }
        position = end;
        TableRow row = new TableRow(++rows, line++, cells, numbers, texts);
        cells = new String[numbers.length];
        numbers = new short[numbers.length];
        return row;
    }

    /** Takes the next line apart and says where the one after it begins. */
    private int parse() {
        byte[] in = bytes;
        int last = cells.length - 1;
        int at = position;
        for (int column = 0; column <= last; column++) {
            int from = at;
            int to;
            boolean doubled = false;
            if (in[at] == '"') {
                from = ++at;
                at = CellEnds.find(in, at, quote, quote);
                while (in[at] == '"' && in[at + 1] == '"') {
                    doubled = true;
                    at = CellEnds.find(in, at + 2, quote, quote);
                }
                to = at;
                if (in[at++] != '"') {
                    return ODD;
                }
            } else {
                at = CellEnds.find(in, at, quote, delimiter);
                to = at;
            }
            if (column < last) {
                if (in[at++] != format.delimiter()) {
                    return ODD;
                }
            } else {
                at += in[at] == '\r' ? 1 : 0;
                // An empty line is blank to a reader, even in a table of one column.
                if (in[at++] != '\n' || to == position) {
                    return ODD;
                }
            }
            if (!keep(column, from, to, doubled)) {
                return ODD;
            }
        }
        return at;
    }

    /** Whether the cell is text at all. */
    private boolean keep(int column, int from, int to, boolean doubled) {
        ColumnTexts known = texts[column];
        int number = known.number(bytes, from, to, doubled);
        numbers[column] = (short) number;
        if (number >= 0) {
            return true;
        }
        String text = ColumnTexts.decoded(bytes, from, to, doubled);
        cells[column] = text;
        return !ColumnTexts.isSuspect(text);
    }

    /** Gets more of the file into the buffer; false where there is no more, or no room. */
    private boolean fill() {
        if (position > 0) {
            taken += position;
            limit -= position;
            System.arraycopy(bytes, position, bytes, 0, limit);
            position = 0;
        }
        boolean more = !ended && limit < ROOM;
        if (more) {
            try {
                int got = in.read(bytes, limit, ROOM - limit);
                ended = got < 0;
                limit += Math.max(got, 0);
            } catch (IOException e) {
                throw InputFile.unreadable(file, e);
            }
        }
        Arrays.fill(bytes, limit, limit + ColumnTexts.SLACK, END);
        return more && !ended;
    }

    private InputStream rest() {
        int left = limit - position;
        PushbackInputStream rest = new PushbackInputStream(in, Math.max(left, 1));
        try {
            rest.unread(bytes, position, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
