package io.holdfast.scoring.reason;

import io.holdfast.scoring.table.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as people read them in a sentence: all digits before and behind the point, without an exponent and without the noise of
 * binary fractions (0.30000000000000004). What would be mostly zeros, from 10^15 on and below 10^-6, is a power of ten: 1.5×10^300.
 */
final class NumberWords {
    private static final MathContext DIGITS = new MathContext(15);
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
        if (text.length() <= PLAIN && text.indexOf('E') < 0) {
            return text;
        }
        BigDecimal rounded = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        if (power < LARGEST_POWER && power >= SMALLEST_POWER) {
            return rounded.toPlainString();
        }
        BigDecimal factor = rounded.scaleByPowerOfTen(-power);
        return factor.toPlainString() + "×10^" + power;
    }
}
