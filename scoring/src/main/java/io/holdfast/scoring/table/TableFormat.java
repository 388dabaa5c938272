package io.holdfast.scoring.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a CSV file is written. Nothing of it is guessed from the file.
 *
 * @param delimiter what stands between two cells
 * @param encoding of the characters
 * @param missing the cells that mean "not known"; compared exactly, and keeping the order given
 * @param mark what its rows must say; nothing in particular where empty
 */
public record TableFormat(char delimiter, Charset encoding, Set<String> missing, Optional<RowMark> mark) {
    /** The most characters of a cell. */
    public static final int LONGEST_CELL = 65_536;

    /** Those that messages and help name; whatever Java knows besides is taken too. */
    private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "ISO-8859-1", "windows-1252", "UTF-16");
    /** What people and programs call them besides, where Java does not know the name. */
    private static final Map<String, String> NICKNAMES = Map.of(
            "latin", "ISO-8859-1",
            "latin1", "ISO-8859-1",
            "ansi", "windows-1252",
            "gb", "GB18030",
            "chinese", "GB18030",
            "unicode", "UTF-8");

    private static final TableFormat CSV = new TableFormat(',', StandardCharsets.UTF_8, Set.of(""));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if cells could not be told apart with this delimiter
     */
    public TableFormat {
        if (!isDelimiter(delimiter)) {
            throw new IllegalArgumentException(String.format(
                    "delimiter: U+%04X (expected: a tab, or a character that is no letter, digit, quote, point, sign or line break)",
                    (int) delimiter));
        }
        missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    }

    /**
     * A format of rows that must say nothing in particular.
     *
     * @throws IllegalArgumentException if cells could not be told apart with this delimiter
     */
    public TableFormat(char delimiter, Charset encoding, Set<String> missing) {
        this(delimiter, encoding, missing, Optional.empty());
    }

    /** Comma, UTF-8, and an empty cell for what is not known. */
    public static TableFormat csv() {
        return CSV;
    }

    /** The delimiter that a word of a description or a command line means: itself, or a tab for {@code tab}. */
    public static Optional<Character> delimiterOf(String word) {
        if (word.equals("tab")) {
            return Optional.of('\t');
        }
        return word.length() == 1 && isDelimiter(word.charAt(0)) ? Optional.of(word.charAt(0)) : Optional.empty();
    }

    /** The encoding of a name such as UTF-8, GB18030, ISO-8859-1, windows-1252 or UTF-16. */
    public static Optional<Charset> encodingOf(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** What to say was expected instead of a name that is no encoding's; where it looks like one, that one. */
    public static String encodingExpected(String name) {
        String bare = bare(name);
        String meant = ENCODINGS.stream()
                .filter(encoding -> bare.startsWith(bare(encoding)))
                .findFirst()
                .orElse(NICKNAMES.getOrDefault(bare, ""));
        return "one of " + String.join(", ", ENCODINGS) + (meant.isEmpty() ? "" : "; did you mean " + meant + "?");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Whether cells that hold words and numbers can be told apart with it. */
    public static boolean isDelimiter(char c) {
        return c == '\t'
                || !(Character.isISOControl(c)
                        || Character.isLetterOrDigit(c)
                        || Character.isSurrogate(c)
                        || "\"'.+-_\uFEFF\u2028\u2029".indexOf(c) >= 0);
    }

    /** Whether a cell means "not known". */
    public boolean isMissing(String cell) {
        return missing.contains(cell);
    }

    /** The same but for the delimiter. */
    public TableFormat withDelimiter(char other) {
        return new TableFormat(other, encoding, missing, mark);
    }

    /** The same but for the encoding. */
    public TableFormat withEncoding(Charset other) {
        return new TableFormat(delimiter, other, missing, mark);
    }

    /** The same but for the cells that mean "not known". */
    public TableFormat withMissing(Set<String> others) {
        return new TableFormat(delimiter, encoding, others, mark);
    }

    /** The same, of rows with this mark. */
    public TableFormat withMark(RowMark expected) {
        return new TableFormat(delimiter, encoding, missing, Optional.of(expected));
    }
}
