package io.holdfast.training.report;

import io.holdfast.training.evaluation.Interval;
import io.holdfast.training.evaluation.Measure;

/** Measures as cells of a table. */
final class Measures {
    private static final int DECIMALS = 3;

    private Measures() {}

    /** The value, with its interval where it has one. */
    static Both shown(Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? value(measure).and(Both.same(" (" + interval(estimated.interval()) + ")"))
                : value(measure);
    }

    static Both value(Measure measure) {
        if (measure instanceof Measure.Undefined undefined) {
            return new Both(undefined.reason(), undefined.reason().equals("too few") ? "太少" : "只有一类");
        }
        return Both.same(plain(measure.known().orElse(0)));
    }

    /** The interval alone; empty where there is none. */
    static Both interval(Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? new Both("95 %: " + interval(estimated.interval()), "95 % 区间：" + interval(estimated.interval()))
                : Both.nothing();
    }

    private static String interval(Interval interval) {
        return plain(interval.low()) + " – " + plain(interval.high());
    }

    private static String plain(double value) {
        return Digits.fixed(value, DECIMALS).replace('-', '\u2212');
    }
}
