package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How far expectations reach and what later money is worth.
 *
 * @param horizonDays days over which purchases are expected, 1 to 3650
 * @param months over which lifetime value is counted, 1 to 120, each 365/12 days
 * @param yearlyDiscount what money a year away loses: a margin then is worth 1/(1 + this) now; 0 to 1
 * @param marginShare contribution margin over spend, above 0 to 1
 */
@JsonPropertyOrder({"horizonDays", "months", "yearlyDiscount", "marginShare"})
public record ValueSettings(int horizonDays, int months, double yearlyDiscount, double marginShare) {
    static final double MONTH = 365.0 / 12;

    private static final int LONGEST = 3650;
    private static final int MOST_MONTHS = 120;

    public ValueSettings {
        if (horizonDays < 1 || horizonDays > LONGEST) {
            throw new IllegalArgumentException("horizonDays: " + horizonDays + " (expected: 1 to " + LONGEST + ")");
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months: " + months + " (expected: 1 to " + MOST_MONTHS + ")");
        }
        if (!(yearlyDiscount >= 0 && yearlyDiscount <= 1)) {
            throw new IllegalArgumentException("yearlyDiscount: " + yearlyDiscount + " (expected: 0 to 1)");
        }
        if (!(marginShare > 0 && marginShare <= 1)) {
            throw new IllegalArgumentException("marginShare: " + marginShare + " (expected: above 0, at most 1)");
        }
    }

    /** 90 days; 12 months at 10 % a year; spend itself, for want of a margin. */
    public static ValueSettings defaults() {
        return new ValueSettings(90, 12, 0.1, 1);
    }

    /** What one unit of margin at the end of the month, counted from 1, is worth now. */
    double worth(int month) {
        return StrictMath.pow(1 + yearlyDiscount, -month / 12.0);
    }
}
