package io.holdfast.training.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns of a terminal a text takes: two for East Asian wide and fullwidth characters, none for marks that
 * combine with the character before, one for the rest (Unicode Standard Annex 11; ambiguous ones count one).
 */
public final class DisplayWidth {
    /** First and last code points of wide characters, pairwise, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xA960, 0xA97F,
        0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F900,
        0x1F9FF, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    /** Columns the text takes. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        for (int range = 0; range < WIDE.length; range += 2) {
            if (point <= WIDE[range + 1]) {
                return point >= WIDE[range];
            }
        }
        return false;
    }

    /** The text with spaces behind it, so that it takes at least so many columns. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /**
     * The text broken into lines, at spaces where there are any and between characters otherwise.
     *
     * @param columns most columns of a line, 2 or more
     */
    public static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (of(rest) > columns) {
            int end = fitting(rest, columns);
            int space = rest.charAt(end) == ' ' ? end : rest.lastIndexOf(' ', end - 1);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Number of characters at the beginning that fit; at least one code point, so that wrapping ends. */
    private static int fitting(String text, int columns) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            taken += of(point);
            if (taken > columns && end > 0) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
