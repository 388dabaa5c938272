package io.holdfast.scoring.reason;

import io.holdfast.scoring.table.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them in a sentence: without an exponent, and with no more digits than they take in. What has more than three decimal places is
 * rounded, to two of them from 1 on, to three digits below. What would be mostly zeros, from 10^15 on and below 10^-6, is a power of ten: 1.5×10^300.
 */
final class NumberWords {
    private static final MathContext DIGITS = new MathContext(15);
    private static final MathContext FEW = new MathContext(3);
    private static final int PLACES = 2;
    private static final int MOST_PLACES = 3;
    /** Longer texts have more digits than people want, or an exponent. */
    private static final int PLAIN = 12;

    private static final int LARGEST_POWER = 15;
    private static final int SMALLEST_POWER = -6;

    private NumberWords() {}

    /** Whether the shortest form of a value is what people read; of values it says no to, it may be all the same. */
    static boolean plain(double value) {
        return value != 0 && Math.abs(value) < 1e6 && Math.rint(value * 1000) / 1000 == value;
    }

    /** @param value finite */
    static String of(double value) {
        String text = NumberText.write(value);
        int point = text.indexOf('.');
        if (text.length() <= PLAIN
                && text.indexOf('E') < 0
                && (point < 0 || text.length() - point - 1 <= MOST_PLACES)) {
            return text;
        }
        BigDecimal rounded = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
        int power = power(rounded);
        if (power < LARGEST_POWER && power >= SMALLEST_POWER) {
            return plain(power < 0 ? rounded.round(FEW) : rounded.setScale(PLACES, RoundingMode.HALF_EVEN));
        }
        BigDecimal few = rounded.round(FEW);
        return plain(few.scaleByPowerOfTen(-power(few))) + "×10^" + power(few);
    }

    private static int power(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
