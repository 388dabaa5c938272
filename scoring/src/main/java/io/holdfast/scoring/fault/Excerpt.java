package io.holdfast.scoring.fault;

/**
 * A value as a message shows it: in single quotes, cut to {@value #LONGEST} characters, everything that could break the line or
 * steer a terminal escaped.
 */
public final class Excerpt {
    private static final int LONGEST = 60;
    private static final int LONGEST_ID = 8;

    private Excerpt() {}

    /** {@code 'value'}, safe to print; a longer one ends in an ellipsis that stands outside the quotes. */
    public static String of(String value) {
        int end = value.length();
        if (end > LONGEST) {
            end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
        StringBuilder shown = new StringBuilder(end + 5).append('\'');
        append(shown, value, end);
        return shown.append(end < value.length() ? "'..." : "'").toString();
    }

    /**
     * How a message names a customer: {@code 'T00'...}, the first half of the id and never more than {@value #LONGEST_ID} characters, since messages end
     * up in logs. Messages say the line too, so nobody needs the rest.
     */
    public static String ofId(String id) {
        int end = Math.min(LONGEST_ID, id.length() / 2);
        if (end > 0 && Character.isHighSurrogate(id.charAt(end - 1))) {
            end--;
        }
        return of(id.substring(0, end)) + "...";
    }

    /** Words of somebody else inside a sentence: escaped like a value, but neither quoted nor cut. */
    public static String plain(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        append(shown, words, words.length());
        return shown.toString();
    }

    private static void append(StringBuilder shown, String text, int end) {
        for (int at = 0; at < end; ) {
            int point = text.codePointAt(at);
            append(shown, point);
            at += Character.charCount(point);
        }
    }

    private static void append(StringBuilder shown, int point) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isUnprintable(point)) {
                    shown.append(String.format("\\u%04X", point));
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }

    /** Control, format (a right-to-left mark turns the message round), lone surrogate, and line or paragraph separator. */
    private static boolean isUnprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
