package io.holdfast.scoring.table;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as files write them: {@code [+-]?digits[.digits][eE[+-]digits]}, in ASCII, nothing around them. What Java's own parser takes
 * besides ({@code 1f}, {@code 0x1p3}, {@code NaN}, blanks) is no number here, nor is what other places write ({@code 1,5}, {@code 1.234,5}, full-width digits).
 */
public final class NumberText {
    /** The most characters of a number. */
    public static final int MOST_CHARACTERS = 1000;

    /** The most bytes that a number takes when it is written. */
    public static final int MOST_BYTES = ShortestDecimal.MOST_BYTES;

    /** Fifteen digits are a whole number that a double holds exactly. */
    private static final int EXACT_DIGITS = 15;
    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    /** Whole numbers up to here are written as their digits; far below 2^53, so none of them is rounded. */
    private static final double LARGEST_WHOLE = 1e15;

    private NumberText() {}

    /** Whether a text is a number that a double can hold. */
    public static boolean isNumber(String text) {
        return !Double.isNaN(value(text));
    }

    /**
     * The number nearest to what a text says.
     *
     * @throws NumberFormatException if it is not a number, or one too large for a double
     */
    public static double parse(String text) {
        double value = value(text);
        if (Double.isNaN(value)) {
            throw new NumberFormatException("not a number");
        }
        return value;
    }

    /** The number, or NaN where there is none; saves an exception where many cells are no numbers. */
    static double value(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (length > MOST_CHARACTERS) {
            return Double.NaN;
        }
        long digits = 0;
        int whole = at;
        for (; at < length && isDigit(text.charAt(at)); at++) {
            digits = 10 * digits + text.charAt(at) - '0';
        }
        int wholeDigits = at - whole;
        int fraction = 0;
        if (wholeDigits > 0 && at < length && text.charAt(at) == '.') {
            int point = at++;
            for (; at < length && isDigit(text.charAt(at)); at++) {
                digits = 10 * digits + text.charAt(at) - '0';
            }
            fraction = at - point - 1;
            if (fraction == 0) {
                return Double.NaN;
            }
        }
        if (wholeDigits == 0) {
            return Double.NaN;
        }
        if (at == length && wholeDigits + fraction <= EXACT_DIGITS) {
            // Both operands are exact and division rounds correctly, so this is the nearest double (Clinger 1990, the
            // fast path).
            double value = digits / POWERS[fraction];
            return text.charAt(0) == '-' ? -value : value;
        }
        return at == length || isExponent(text, at) ? large(text) : Double.NaN;
    }

    private static double large(String text) {
        double value = NumberInput.parseDouble(text, true);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isExponent(String text, int from) {
        int at = from;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int first = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at == text.length() && at > first;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The shortest text that reads back as the same number: {@code 3}, {@code 0.1}, {@code 1.0E-5}. The same on every Java version. Zero has no sign.
     *
     * @param value finite
     */
    public static String write(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " (expected: a finite number)");
        }
        if (isWritableWhole(value)) {
            return Long.toString((long) value);
        }
        return NumberOutput.toString(value, true);
    }

    /**
     * Writes a number as {@link #write(double)} does, in ASCII.
     *
     * @param value finite
     * @param bytes with at least {@value #MOST_BYTES} bytes of room
     * @param from where to begin
     * @return where the number ends
     */
    public static int write(double value, byte[] bytes, int from) {
        if (isWritableWhole(value)) {
            return write((long) value, bytes, from);
        }
        return ShortestDecimal.writes(value)
                ? ShortestDecimal.write(value, bytes, from)
                : ascii(write(value), bytes, from);
    }

    /**
     * Writes a whole number in ASCII.
     *
     * @param bytes with at least {@value #MOST_BYTES} bytes of room
     * @param from where to begin
     * @return where the number ends
     */
    public static int write(long value, byte[] bytes, int from) {
        return value < 0 ? ascii(Long.toString(value), bytes, from) : ShortestDecimal.whole(value, bytes, from);
    }

    private static int ascii(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            bytes[from + i] = (byte) text.charAt(i);
        }
        return from + text.length();
    }

    static boolean isWritableWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
    }
}
