package io.holdfast.cli.replay;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures over seeds as a terminal shows them. */
record Terms(boolean chinese) {
    String colon() {
        return chinese ? "：" : ": ";
    }

    String semicolon() {
        return chinese ? "；" : "; ";
    }

    /** The mean, with its interval where there is one. */
    String figure(ReplayTable.OverSeeds figure, DoubleFunction<String> text) {
        String mean = text.apply(figure.mean());
        if (Double.isNaN(figure.half())) {
            return mean;
        }
        String low = text.apply(figure.mean() - figure.half());
        String high = text.apply(figure.mean() + figure.half());
        return chinese ? mean + "（" + low + " 至 " + high + "）" : mean + " (" + low + " to " + high + ")";
    }

    /** That there is no figure, and why. */
    String none(long seeds, int all) {
        return chinese
                ? "无（" + all + " 个种子中有 " + seeds + " 个的除数不大于零）"
                : "none (with " + seeds + " of " + all + " seeds there is nothing above 0 to divide by)";
    }

    String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value + 0.0);
    }

    String times(double value) {
        return String.format(Locale.ROOT, "%.2f", value + 0.0);
    }

    String money(double value) {
        return String.format(Locale.ROOT, "%,.0f", value + 0.0);
    }

    String percent(double value) {
        return String.format(Locale.ROOT, chinese ? "%+.2f%%" : "%+.2f %%", 100 * value);
    }
}
