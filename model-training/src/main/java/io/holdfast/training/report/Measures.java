package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import java.util.function.DoubleFunction;

/** Measures as cells of a table. */
final class Measures {
    private Measures() {}

    /** The value as the metric writes it, with its interval where it has one. */
    static Both shown(Metric metric, Measure measure) {
        return shown(measure, metric::text);
    }

    /** The value, with its interval where it has one. */
    static Both shown(Measure measure, DoubleFunction<String> text) {
        return measure instanceof Measure.Estimated estimated
                ? value(measure, text).and(Both.same(" (" + ends(estimated, text) + ")"))
                : value(measure, text);
    }

    /** A difference of two values of a metric, with its sign and its interval. */
    static Both difference(Metric metric, Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? value(measure, metric::difference).and(Both.same(" (" + ends(estimated, metric::difference) + ")"))
                : value(measure, metric::difference);
    }

    static Both value(Measure measure, DoubleFunction<String> text) {
        if (measure instanceof Measure.Undefined undefined) {
            return new Both(undefined.reason(), undefined.equals(Measure.Undefined.TOO_FEW) ? "太少" : "无定义");
        }
        return Both.same(signed(text.apply(measure.known().orElse(0))));
    }

    /** The interval alone; empty where there is none. */
    static Both interval(Metric metric, Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? new Both("95 %: " + ends(estimated, metric::text), "95 % 区间：" + ends(estimated, metric::text))
                : Both.nothing();
    }

    private static String ends(Measure.Estimated estimated, DoubleFunction<String> text) {
        return signed(text.apply(estimated.interval().low())) + " – "
                + signed(text.apply(estimated.interval().high()));
    }

    private static String signed(String number) {
        return number.replace('-', '\u2212');
    }
}
