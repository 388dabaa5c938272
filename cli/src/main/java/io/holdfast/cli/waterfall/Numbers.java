package io.holdfast.cli.waterfall;

import io.holdfast.scoring.table.NumberText;
import java.util.Locale;

/**
 * Writes the numbers of a waterfall.
 *
 * @param full all digits, as files have them, instead of rounded ones
 */
record Numbers(boolean full) {
    String logOdds(double value) {
        return full ? NumberText.write(value) : rounded("%.2f", value);
    }

    /** With its sign. */
    String impact(double value) {
        if (!full) {
            return rounded("%+.2f", value);
        }
        return (value > 0 ? "+" : "") + NumberText.write(value);
    }

    String percent(double value) {
        return full ? NumberText.write(value) : rounded("%.1f", value);
    }

    String probability(double value) {
        return full ? NumberText.write(value) : rounded("%.3f", value);
    }

    /** What is rounded to nothing has no sign. */
    private static String rounded(String pattern, double value) {
        String text = String.format(Locale.ROOT, pattern, value);
        return text.matches("[+-]0\\.0+") ? text.substring(1) : text;
    }
}
