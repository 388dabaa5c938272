package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.function.ToDoubleFunction;

/**
 * What a model is measured by. All that computes, writes or shows metrics goes through these, in this order: a new one is a constant here
 * and, where {@link Sweep} does not compute it yet, a method there.
 */
@SuppressWarnings("ImmutableEnumChecker") // texts are unmodifiable, functions hold nothing
public enum Metric {
    /** Area under the ROC curve: the chance that a leaver scores above a stayer, ties counting half. */
    ROC_AUC(
            "rocAuc",
            LocalizedText.of("ROC AUC", "ROC 曲线下面积（AUC）"),
            Kind.RANKING,
            Best.HIGHEST,
            Range.SHARE,
            Style.PLAIN,
            Sweep::rocAuc,
            rows -> 0.5),

    /** Average precision: the mean, over leavers, of the precision at the leaver's score. */
    PR_AUC(
            "prAuc",
            LocalizedText.of("PR AUC", "PR 曲线下面积"),
            Kind.RANKING,
            Best.HIGHEST,
            Range.SHARE,
            Style.PLAIN,
            Sweep::averagePrecision,
            RankedRows::baseRate),

    /** Mean negative log-likelihood in nats; a probability of 0 or 1 counts as 2^-52 away from it. */
    LOG_LOSS(
            "logLoss",
            LocalizedText.of("log loss", "对数损失"),
            Kind.MEAN,
            Best.LOWEST,
            Range.LOSS,
            Style.PLAIN,
            Sweep::logLoss,
            rows -> LogLoss.ofBaseRate(rows.baseRate())),

    /** Mean squared difference between probability and outcome. */
    BRIER(
            "brier",
            LocalizedText.of("Brier score", "Brier 分数"),
            Kind.MEAN,
            Best.LOWEST,
            Range.SHARE,
            Style.PLAIN,
            Sweep::brier,
            rows -> rows.baseRate() * (1 - rows.baseRate())),

    /**
     * Expected calibration error: the mean, over {@value ReliabilityCurve#BINS} bins of equally many rows, of the absolute difference
     * between mean probability and observed rate.
     */
    ECE(
            "ece",
            LocalizedText.of("calibration error (ECE)", "校准误差（ECE）"),
            Kind.ABSOLUTE,
            Best.LOWEST,
            Range.SHARE,
            Style.PLAIN,
            Sweep::calibrationError,
            rows -> 0),

    /** Mean probability minus observed rate; above 0 the model says too much. */
    CALIBRATION_GAP(
            "calibrationGap",
            LocalizedText.of("calibration gap", "校准偏差"),
            Kind.MEAN,
            Best.ZERO,
            Range.BALANCE,
            Style.PLAIN,
            Sweep::calibrationGap,
            rows -> 0),

    /** Observed rate among the tenth of the rows that score highest, over that of all rows. */
    TOP_DECILE_LIFT(
            "topDecileLift",
            LocalizedText.of("top-decile lift", "前 10% 提升度"),
            Kind.RANKING,
            Best.HIGHEST,
            new Range(0, 10),
            Style.FACTOR,
            sweep -> sweep.lift(Shares.TOP_DECILE),
            rows -> 1),

    /** Share of all leavers that is among the tenth of the rows that score highest, which is also called gain. */
    TOP_DECILE_RECALL(
            "topDecileRecall",
            LocalizedText.of("leavers in top tenth", "前 10% 捕获率"),
            Kind.RANKING,
            Best.HIGHEST,
            Range.SHARE,
            Style.PERCENT,
            sweep -> sweep.captured(Shares.TOP_DECILE),
            rows -> rows.top(Shares.at(Shares.TOP_DECILE), rows.size()) / rows.size());

    private final String key;
    private final LocalizedText title;
    private final Kind kind;
    private final Best best;
    private final Range range;
    private final Style style;
    private final ToDoubleFunction<Sweep> value;
    private final ToDoubleFunction<RankedRows> baseline;

    /**
     * A metric.
     *
     * @param value from the sums over weighted rows; of rows of one class it is not asked for a ranking
     * @param baseline what a model that gives every row the base rate reaches, in closed form
     */
    Metric(
            String key,
            LocalizedText title,
            Kind kind,
            Best best,
            Range range,
            Style style,
            ToDoubleFunction<Sweep> value,
            ToDoubleFunction<RankedRows> baseline) {
        this.key = key;
        this.title = title;
        this.kind = kind;
        this.best = best;
        this.range = range;
        this.style = style;
        this.value = value;
        this.baseline = baseline;
    }

    /** What it is called in JSON. */
    @JsonValue
    public String key() {
        return key;
    }

    /** What people call it. */
    public LocalizedText title() {
        return title;
    }

    /** Which values are good. */
    public Best best() {
        return best;
    }

    /** Between which values it lies. */
    public Range range() {
        return range;
    }

    /** A value for people. */
    public String text(double number) {
        return style.text(number);
    }

    /** A difference for people, with its sign. */
    public String difference(double number) {
        return (number < 0 ? "" : "+") + text(number);
    }

    /** Both ends of an interval for people. */
    public String text(Interval interval) {
        return text(interval.low()) + " to " + text(interval.high());
    }

    /** One value less another; of a metric that is best at 0, of absolute values. */
    public double less(double one, double other) {
        return best == Best.ZERO ? Math.abs(one) - Math.abs(other) : one - other;
    }

    Kind kind() {
        return kind;
    }

    double value(Sweep sweep) {
        return kind == Kind.RANKING && sweep.oneClass() ? Double.NaN : value.applyAsDouble(sweep);
    }

    /** What a model that gives every row the base rate reaches: the best that is possible without looking. */
    Measure baseline(RankedRows rows) {
        return kind == Kind.RANKING && rows.oneClass()
                ? Measure.Undefined.ONE_CLASS
                : new Measure.Point(baseline.applyAsDouble(rows));
    }
}
