package io.holdfast.training.evaluation;

/** The measures, in closed form, of a model that gives every row the base rate. */
final class Baseline {
    private Baseline() {}

    static Metrics of(RankedRows rows) {
        double rate = rows.baseRate();
        double logLoss = rate * Statistics.logLoss(rate, true) + (1 - rate) * Statistics.logLoss(rate, false);
        return new Metrics(
                ranking(rows, 0.5),
                ranking(rows, rate),
                new Measure.Point(logLoss),
                new Measure.Point(rate * (1 - rate)),
                new Measure.Point(0),
                new Measure.Point(0),
                ranking(rows, 1));
    }

    private static Measure ranking(RankedRows rows, double value) {
        return rows.oneClass() ? Measure.Undefined.ONE_CLASS : new Measure.Point(value);
    }
}
