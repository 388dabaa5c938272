package io.holdfast.scoring.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people, by exact decimal rounding, which no release of the JDK does differently. What rounds to nothing has no sign. */
public final class Rounded {
    private Rounded() {}

    /** The number with so many decimals, halves to even. */
    public static String text(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A share, 0 to 1, in percent with so many decimals. */
    public static String percent(double share, int decimals) {
        return text(100 * share, decimals) + " %";
    }
}
