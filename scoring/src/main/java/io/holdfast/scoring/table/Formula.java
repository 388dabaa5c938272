package io.holdfast.scoring.table;

/** Tells text that a spreadsheet would run from text it would show (the characters are those of OWASP's page on CSV injection). */
public final class Formula {
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Formula() {}

    /** A cell as it was before it was neutralised; any other as it is. */
    public static String restored(String cell) {
        return cell.startsWith("'") && isLikely(cell.substring(1)) ? cell.substring(1) : cell;
    }

    static boolean isLikely(String text) {
        return beginsLikely(text) && !isPlainNumber(text);
    }

    private static boolean beginsLikely(String start) {
        return !start.isEmpty() && STARTS.indexOf(start.charAt(0)) >= 0;
    }

    /** Whether text whose UTF-8 begins with this byte may be one; the full-width signs all begin with the same. */
    static boolean mayBegin(byte first) {
        return first == (byte) 0xEF || (first >= 0 && STARTS.indexOf(first) >= 0);
    }

    private static boolean isPlainNumber(String text) {
        char first = text.charAt(0);
        int from = first == '+' || first == '-' ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return text.length() > from;
    }
}
