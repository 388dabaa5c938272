package io.holdfast.scoring.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows of CSV (RFC 4180; UTF-8, comma, LF) rendered in memory, so that several threads can render rows that one writes. For one thread at a
 * time.
 */
public final class CsvRowBuffer {
    private static final int ROOM = 1 << 10;
    private static final byte APOSTROPHE = '\'';
    private static final byte QUOTE = '"';

    private final boolean neutralise;
    private byte[] bytes = new byte[ROOM];
    private int length;
    private int rowStart;
    private boolean rowBegun;
    private int cellStart;
    private boolean cellQuoted;

    /** An empty buffer; a byte order mark is the file's matter, not the buffer's. */
    public CsvRowBuffer(CsvStyle style) {
        this.neutralise = style.neutralise();
    }

    /** A cell of text; neutralised if the style says so. */
    public void cell(String text) {
        begin();
        text(text, neutralise && Formula.isLikely(text));
    }

    /** Begins a cell of several parts, which is the same as that of their texts one after the other. */
    public void beginCell() {
        begin();
        cellStart = length;
        cellQuoted = false;
    }

    /** The next part of the cell that was begun. */
    public void part(CsvPiece piece) {
        room(piece.escaped().length + 2);
        if (piece.quoted() && !cellQuoted) {
            // What came before holds no quotes that would have to be doubled.
            System.arraycopy(bytes, cellStart, bytes, cellStart + 1, length - cellStart);
            bytes[cellStart] = QUOTE;
            length++;
            cellQuoted = true;
        }
        copy(piece.escaped());
    }

    /**
     * A number as the next part of the cell that was begun.
     *
     * @param value finite
     */
    public void part(double value) {
        digits(value);
    }

    /** Ends the cell that was begun. */
    public void endCell() {
        int from = cellQuoted ? cellStart + 1 : cellStart;
        if (neutralise && length > from && Formula.mayBegin(bytes[from])) {
            String escaped = new String(bytes, from, length - from, StandardCharsets.UTF_8);
            String text = cellQuoted ? escaped.replace("\"\"", "\"") : escaped;
            length = cellStart;
            text(text, Formula.isLikely(text));
        } else if (cellQuoted) {
            room(1);
            bytes[length++] = QUOTE;
        }
    }

    /** Neighbouring cells made before. */
    public void cells(CsvCells made) {
        begin();
        room(made.bytes().length);
        copy(made.bytes());
    }

    private void copy(byte[] part) {
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    /** A cell that stays exactly what it is, whatever a spreadsheet makes of it: a customer id. */
    public void exact(String text) {
        begin();
        text(text, false);
    }

    /**
     * A number, as {@link NumberText#write} writes it.
     *
     * @param value finite
     */
    public void number(double value) {
        begin();
        digits(value);
    }

    private void digits(double value) {
        room(NumberText.MOST_BYTES);
        length = NumberText.write(value, bytes, length);
    }

    /** A cell of the 32 hexadecimal digits of 128 bits. */
    public void hexadecimal(long high, long low) {
        begin();
        room(4 * Long.BYTES);
        Hexadecimal.write(high, bytes, length);
        Hexadecimal.write(low, bytes, length + 2 * Long.BYTES);
        length += 4 * Long.BYTES;
    }

    /**
     * A copy of neighbouring cells, to be written again.
     *
     * @param size {@link #size()} before the first of them was begun; there must be one before it in the row
     */
    public CsvCells since(int size) {
        if (size <= rowStart) {
            throw new IllegalArgumentException("size: " + size + " (expected: behind a cell of the row)");
        }
        return new CsvCells(Arrays.copyOfRange(bytes, size + 1, length));
    }

    /** A whole number. */
    public void whole(long value) {
        begin();
        digits(value);
    }

    private void digits(long value) {
        room(NumberText.MOST_BYTES);
        length = NumberText.write(value, bytes, length);
    }

    /** A cell with nothing in it. */
    public void empty() {
        begin();
    }

    /** Ends the row. */
    public void endRow() {
        if (length == rowStart) {
            // A blank line is no row to a reader, so a lone empty cell shows its quotes.
            room(2);
            bytes[length++] = QUOTE;
            bytes[length++] = QUOTE;
        }
        room(1);
        bytes[length++] = '\n';
        rowStart = length;
        rowBegun = false;
    }

    /** How many bytes there are. */
    public int size() {
        return length;
    }

    /** Copies the bytes to a stream and empties the buffer. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        clear();
    }

    /** Empties the buffer. */
    public void clear() {
        length = 0;
        rowStart = 0;
        rowBegun = false;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void begin() {
        if (rowBegun) {
            room(1);
            bytes[length++] = ',';
        }
        rowBegun = true;
    }

    /** Copies plain ASCII as it goes, and starts the cell again in quotes or UTF-8 when it meets anything else. */
    private void text(String text, boolean neutralised) {
        int count = text.length();
        int start = length;
        room(count + 1);
        if (neutralised) {
            bytes[length++] = APOSTROPHE;
        }
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 128 || c == ',' || c == '"' || c == '\n' || c == '\r') {
                length = start;
                difficult(neutralised ? "'" + text : text);
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void difficult(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && !new String(encoded, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("text with half a surrogate pair, which UTF-8 cannot write");
        }
        boolean quoted = false;
        for (byte b : encoded) {
            quoted |= b == ',' || b == '"' || b == '\n' || b == '\r';
        }
        room(2 * encoded.length + 2);
        if (!quoted) {
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
            return;
        }
        bytes[length++] = QUOTE;
        for (byte b : encoded) {
            if (b == '"') {
                bytes[length++] = QUOTE;
            }
            bytes[length++] = b;
        }
        bytes[length++] = QUOTE;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
