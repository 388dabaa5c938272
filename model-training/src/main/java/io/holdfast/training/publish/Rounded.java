package io.holdfast.training.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people, by exact decimal rounding, which no release of the JDK does differently. */
final class Rounded {
    private Rounded() {}

    /** The number with so many decimals, halves to even. */
    static String text(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
