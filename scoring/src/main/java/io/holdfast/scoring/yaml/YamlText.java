package io.holdfast.scoring.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a text so that every YAML reader, this one included, reads the same text back. */
public final class YamlText {
    private static final Pattern HARMLESS = Pattern.compile("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}0-9 _.()/-]*");

    /** Words that other readers take for something else. */
    private static final Set<String> TAKEN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlText() {}

    /** The text itself if that is harmless, else in double quotes. */
    public static String of(String text) {
        if (HARMLESS.matcher(text).matches() && !text.endsWith(" ") && !TAKEN.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int point) {
        switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isVisible(point)) {
                    quoted.appendCodePoint(point);
                } else {
                    quoted.append(String.format(point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
                }
            }
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
