package io.holdfast.page;

import io.holdfast.scoring.table.Rounded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people and pictures, by exact decimal rounding, which no release of the JDK does differently. */
public final class Digits {
    private static final MathContext DRAWN = new MathContext(5, RoundingMode.HALF_EVEN);
    private static final MathContext SHORT = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int LONGEST = 9;
    private static final int CENTS_BELOW = 1000;

    private Digits() {}

    /** With a sign. */
    public static String signed(double value, int decimals) {
        String text = Rounded.text(value, decimals);
        return text.startsWith("-") ? "\u2212" + text.substring(1) : "+" + text;
    }

    /** A share, 0 to 1, in percent with one decimal. */
    public static String percent(double share) {
        return Rounded.percent(share, 1);
    }

    /** A whole number, its thousands parted by commas. */
    public static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    /** Four digits that count; whole numbers below a million entire. */
    public static String brief(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        String plain = new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString();
        return plain.length() <= LONGEST
                ? plain
                : new BigDecimal(value).round(SHORT).stripTrailingZeros().toString();
    }

    /** An amount of money: from a thousand on without cents. */
    public static String money(double amount) {
        String text = Math.abs(amount) < CENTS_BELOW ? Rounded.text(amount, 2) : count(Math.round(amount));
        return text.replace('-', '\u2212');
    }

    /** As many digits as an eye can see in a picture. */
    public static double drawn(double value) {
        return new BigDecimal(value).round(DRAWN).doubleValue();
    }
}
