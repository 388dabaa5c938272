package io.holdfast.scoring.table;

/** Makes the text of cells, sparing what columns repeat. */
final class Cells {
    private static final int ASCII = 128;
    private static final String[] SINGLE = new String[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            SINGLE[c] = String.valueOf(c);
        }
    }

    private Cells() {}

    /** The text; the very one of the row above if it is the same. */
    static String text(char[] buffer, int offset, int length, String above) {
        if (length == 0) {
            return "";
        }
        if (length == 1 && buffer[offset] < ASCII) {
            return SINGLE[buffer[offset]];
        }
        return isSame(buffer, offset, length, above) ? above : new String(buffer, offset, length);
    }

    private static boolean isSame(char[] buffer, int offset, int length, String above) {
        if (above.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (buffer[offset + i] != above.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
