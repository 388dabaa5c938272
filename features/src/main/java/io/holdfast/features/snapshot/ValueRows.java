package io.holdfast.features.snapshot;

import io.holdfast.features.plan.ValueColumn;
import io.holdfast.features.plan.ValuePlan;
import io.holdfast.features.value.MarginIfKept;
import io.holdfast.features.value.ValueModels;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is known of each unit's purchases or contract on a date. */
interface ValueRows {
    /** The most units that parameters are fitted to; of more, every so manieth. */
    int MOST_FITTED = 50_000;

    /** Models and one fitted as of the date; empty where these rows determine none. */
    Optional<ValueModels> fit(LocalDate asOf, ValueModels models);

    /** Why there is none. */
    String whyNot();

    /** Sets the cells of the columns that are there; what cannot be said is left as it is. */
    void score(LocalDate asOf, ValueModels models, Map<ValueColumn, double[]> columns);

    /** The margin of the next year if kept: by the money of the last one and the days known. */
    static void margins(ValuePlan plan, long[] year, long[] known, Map<ValueColumn, double[]> columns) {
        double[] margin = columns.get(ValueColumn.MARGIN_IF_KEPT);
        if (margin == null) {
            return;
        }
        double parts = plan.amount().orElseThrow().parts();
        for (int i = 0; i < margin.length; i++) {
            margin[i] =
                    MarginIfKept.nextYear(plan.settings().marginShare() * (year[i] / parts), Math.toIntExact(known[i]));
        }
    }

    /** Which rows parameters are fitted to: all, or every so manieth of their order. */
    static int[] fitted(int[] rows) {
        if (rows.length <= MOST_FITTED) {
            return rows;
        }
        int[] some = new int[MOST_FITTED];
        for (int i = 0; i < some.length; i++) {
            some[i] = rows[(int) ((long) i * rows.length / MOST_FITTED)];
        }
        return some;
    }
}
