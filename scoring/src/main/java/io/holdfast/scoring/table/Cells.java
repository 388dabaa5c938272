package io.holdfast.scoring.table;

import java.util.Arrays;

/**
 * Makes the text of a column's cells, sparing what the column repeats: categories come as the same few objects, which
 * costs no memory and makes later look-ups cheap.
 */
final class Cells {
    private static final int ASCII = 128;
    /** The very objects that constants are, so that a look-up among constants need not compare characters. */
    private static final String[] SINGLE = new String[ASCII];
    /** A power of two; a column of more categories than this only spares less. */
    private static final int KEPT = 16;

    private static final int SPREAD = 0x9E3779B1;
    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(KEPT);

    static {
        for (char c = 0; c < ASCII; c++) {
            SINGLE[c] = String.valueOf(c).intern();
        }
    }

    private final String[] kept = new String[KEPT];
    private final char[][] characters = new char[KEPT][0];

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
        int mixed = (31 * (31 * first + buffer[offset + length / 2]) + buffer[offset + length - 1]) * 31 + length;
        int place = (mixed * SPREAD) >>> SHIFT;
        char[] earlier = characters[place];
        if (!Arrays.equals(buffer, offset, offset + length, earlier, 0, earlier.length)) {
            characters[place] = Arrays.copyOfRange(buffer, offset, offset + length);
            kept[place] = new String(buffer, offset, length);
        }
        return kept[place];
    }
}
