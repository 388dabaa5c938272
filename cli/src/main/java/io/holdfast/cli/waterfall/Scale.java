package io.holdfast.cli.waterfall;

import java.util.List;

/** Places running sums of log-odds on the columns of a line. */
final class Scale {
    private final double lowest;
    private final double span;
    private final int columns;

    /** A scale on which the base and every sum after it fit. */
    Scale(double base, List<Step> steps, int columns) {
        double low = base;
        double high = base;
        double sum = base;
        for (Step step : steps) {
            sum += step.impact();
            low = StrictMath.min(low, sum);
            high = StrictMath.max(high, sum);
        }
        this.lowest = low;
        this.span = high - low;
        this.columns = columns;
    }

    /** The column of a sum, from 0. */
    int column(double sum) {
        return span == 0 ? 0 : (int) StrictMath.round((sum - lowest) / span * (columns - 1));
    }

    /** A mark at a sum. */
    String mark(double sum) {
        return " ".repeat(column(sum)) + "|";
    }

    /** A bar from one sum to the next: to the right where the risk rises, to the left where it falls. */
    String bar(double from, double to) {
        if (from == to) {
            return mark(from);
        }
        int left = column(StrictMath.min(from, to));
        int right = column(StrictMath.max(from, to));
        return " ".repeat(left) + (to > from ? ">" : "<").repeat(Math.max(1, right - left));
    }
}
