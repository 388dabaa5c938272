package io.holdfast.scoring.table;

import java.util.Arrays;

/**
 * Makes the text of a column's cells, sparing what the column repeats: categories come as the same few objects, which
 * costs no memory and makes later look-ups cheap.
 */
final class Cells {
    private static final int ASCII = 128;
    private static final String[] SINGLE = new String[ASCII];
    /** A power of two; a column of more categories than this only spares less. */
    private static final int KEPT = 16;

    static {
        for (char c = 0; c < ASCII; c++) {
            SINGLE[c] = String.valueOf(c);
        }
    }

    private final String[] kept = new String[KEPT];

    Cells() {
        Arrays.fill(kept, "");
    }

    /** The text; an earlier cell's if that is at hand and the same. */
    String text(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        char first = buffer[offset];
        if (length == 1 && first < ASCII) {
            return SINGLE[first];
        }
        int place = (first + 5 * length + 3 * buffer[offset + length - 1]) & (KEPT - 1);
        String earlier = kept[place];
        if (!isSame(buffer, offset, length, earlier)) {
            earlier = new String(buffer, offset, length);
            kept[place] = earlier;
        }
        return earlier;
    }

    private static boolean isSame(char[] buffer, int offset, int length, String earlier) {
        if (earlier.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (buffer[offset + i] != earlier.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
