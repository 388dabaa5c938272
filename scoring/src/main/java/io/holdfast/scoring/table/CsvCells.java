package io.holdfast.scoring.table;

import java.util.List;

/**
 * Neighbouring cells that are the same in many rows, ready to be copied. Immutable and thread-safe.
 *
 * @see CsvRowBuffer#cells(CsvCells)
 */
public final class CsvCells {
    private final byte[] bytes;

    /** Takes the array over. */
    CsvCells(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Cells with these texts, at least one, in the style of the buffer they are for. */
    public static CsvCells of(CsvStyle style, List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("texts: none (expected: at least one)");
        }
        CsvRowBuffer buffer = new CsvRowBuffer(style);
        texts.forEach(buffer::cell);
        return new CsvCells(buffer.toByteArray());
    }

    /** The cells and the commas between them; shared, so only to be read. */
    byte[] bytes() {
        return bytes;
    }
}
