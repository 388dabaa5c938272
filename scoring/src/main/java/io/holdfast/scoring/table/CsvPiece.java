package io.holdfast.scoring.table;

import java.nio.charset.StandardCharsets;

/**
 * Words that stand in many cells, ready to be copied: encoded, their quotes doubled. Immutable and thread-safe.
 *
 * @see CsvRowBuffer#part(CsvPiece)
 */
public final class CsvPiece {
    private final byte[] escaped;
    private final boolean quoted;

    private CsvPiece(byte[] escaped, boolean quoted) {
        this.escaped = escaped;
        this.quoted = quoted;
    }

    /**
     * A piece of these words.
     *
     * @throws IllegalArgumentException when they hold half a surrogate pair, which UTF-8 cannot write
     */
    public static CsvPiece of(String text) {
        boolean quoted = false;
        boolean halves = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted |= c == ',' || c == '"' || c == '\n' || c == '\r';
            halves |= Character.isSurrogate(c);
        }
        if (halves && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("text with half a surrogate pair, which UTF-8 cannot write");
        }
        String escaped = quoted ? text.replace("\"", "\"\"") : text;
        return new CsvPiece(escaped.getBytes(StandardCharsets.UTF_8), quoted);
    }

    /** The words as they stand between quotes; shared, so only to be read. */
    byte[] escaped() {
        return escaped;
    }

    /** Whether a cell with these words needs quotes. */
    boolean quoted() {
        return quoted;
    }
}
