package io.holdfast.scoring.reason;

import java.util.Locale;

/** How much a group of columns moves the odds of leaving, in words. */
public enum Strength {
    /** The odds change by less than a quarter. */
    LOW,
    /** The odds change by a quarter or more. */
    MEDIUM,
    /** The odds at least double or halve. */
    HIGH;

    private final String code = name().toLowerCase(Locale.ROOT);

    private static final double DOUBLED = StrictMath.log(2);
    private static final double BY_A_QUARTER = StrictMath.log(1.25);

    static Strength of(double impact) {
        double size = StrictMath.abs(impact);
        if (size >= DOUBLED) {
            return HIGH;
        }
        return size >= BY_A_QUARTER ? MEDIUM : LOW;
    }

    /** The name in replies. */
    public String code() {
        return code;
    }
}
