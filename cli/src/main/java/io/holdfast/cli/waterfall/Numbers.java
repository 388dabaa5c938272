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
        return full ? NumberText.write(value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /** With its sign. */
    String impact(double value) {
        if (!full) {
            return String.format(Locale.ROOT, "%+.2f", value);
        }
        return (value > 0 ? "+" : "") + NumberText.write(value);
    }

    String percent(double value) {
        return full ? NumberText.write(value) : String.format(Locale.ROOT, "%.1f", value);
    }

    String probability(double value) {
        return full ? NumberText.write(value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
