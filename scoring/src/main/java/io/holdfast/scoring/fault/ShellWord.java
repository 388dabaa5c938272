package io.holdfast.scoring.fault;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A word of a command that somebody is told to paste: what a POSIX shell reads as the text it stands for. Only control characters, such as the end of a line, need one that
 * knows {@code $'...'} (POSIX.1-2024: bash, zsh, ksh, not dash).
 */
public final class ShellWord {
    /** Letters and digits of any script, and marks that mean nothing to a shell. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private ShellWord() {}

    /** The text itself where it is harmless, such as {@code data/t.csv}; else in quotes, such as {@code 'my table.csv'}. */
    public static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return CONTROL.matcher(text).find() ? escaped(text) : "'" + text.replace("'", "'\\''") + "'";
    }

    /** A path, which no command takes for an option. */
    public static String of(Path path) {
        String text = path.toString();
        return of(text.startsWith("-") ? "./" + text : text);
    }

    /** In a form that stays on one line. */
    private static String escaped(String text) {
        StringBuilder word = new StringBuilder("$'");
        text.codePoints().forEach(point -> {
            if (point < ' ' || point == 0x7f) {
                word.append(String.format("\\%03o", point));
            } else {
                word.append(point == '\'' || point == '\\' ? "\\" : "").appendCodePoint(point);
            }
        });
        return word.append('\'').toString();
    }
}
