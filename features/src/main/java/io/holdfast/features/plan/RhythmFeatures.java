package io.holdfast.features.plan;

import io.holdfast.scoring.dataset.Unit;

/** The features of how often and how regularly a unit has events of a kind, and whether it becomes more or less. */
final class RhythmFeatures {
    private static final int YEAR = 365;
    private static final int MONTH = 30;
    private static final int MONTHS = 6;

    private final KindFeatures made;

    /** @param made where the features are put */
    RhythmFeatures(KindFeatures made) {
        this.made = made;
    }

    /** Mean gap between days with events, the current gap relative to it, and how uneven the gaps are (coefficient of variation). */
    void gaps() {
        Aggregate n = Aggregate.of(Stage.RHYTHM, made.prefix() + "_gaps", "count(gap)", made.is());
        Aggregate sum = Aggregate.sum(Stage.RHYTHM, made.prefix() + "_gap_sum", "gap", made.is());
        Aggregate squares =
                Aggregate.sum(Stage.RHYTHM, made.prefix() + "_gap_squares", "CAST(gap AS BIGINT) * gap", made.is());
        Aggregate age = made.lastAge();
        made.add(
                "gap_mean",
                FeatureText.of(made.kind(), "%s: days between two, on average", "%s平均间隔天数"),
                FeatureText.DAYS,
                KindFeatures.ratio(sum.ref(), n.ref()),
                sum,
                n);
        made.add(
                "gap_ratio",
                FeatureText.of(made.kind(), "%s: days since the last, in usual gaps", "%s：距上次天数与平均间隔之比"),
                Unit.none(),
                KindFeatures.ratio(age.ref() + " * " + n.ref(), sum.ref()),
                age,
                sum,
                n);
        String spread = n.ref() + " * " + squares.ref() + " - " + sum.ref() + " * " + sum.ref();
        made.add(
                "gap_variation",
                FeatureText.of(made.kind(), "%s: unevenness of the gaps", "%s间隔不规律程度"),
                Unit.none(),
                "CASE WHEN " + n.ref() + " > 1 THEN sqrt(CAST((" + spread + ") * " + n.ref() + " AS DOUBLE) / ("
                        + n.ref() + " - 1)) / " + sum.ref() + " END",
                n,
                sum,
                squares);
    }

    /** (recent - before) / (recent + before) of the counts of a window and of the one before it. */
    void change(int window) {
        change(
                window,
                window,
                "change_" + window + "d",
                "%s: change against the " + window + " days before",
                "近" + window + "天%s与之前" + window + "天相比的变化");
    }

    /** The same against the window that ended a year before. */
    void yearBefore(int window) {
        change(
                window,
                YEAR,
                "change_year_" + window + "d",
                "%s: change of the last " + window + " days against a year before",
                "近" + window + "天%s与去年同期相比的变化");
    }

    private void change(int window, int back, String name, String english, String chinese) {
        Aggregate recent = made.countOf(window);
        Aggregate before = Aggregate.of(
                Stage.EVENTS,
                made.prefix() + "_n_" + window + "_back_" + back,
                "count(*)",
                made.is() + " AND age > " + back + " AND age <= " + (back + window));
        made.add(
                name,
                FeatureText.of(made.kind(), english, chinese),
                Unit.none(),
                ifThereSince(
                        back + window,
                        KindFeatures.ratio(recent.ref() + " - " + before.ref(), recent.ref() + " + " + before.ref())),
                recent,
                before,
                KindFeatures.FIRST);
    }

    /** Slope of the monthly counts of half a year (least squares), in events per month and month. */
    void slope() {
        int window = MONTH * MONTHS;
        Aggregate count = made.countOf(window);
        // The month counts from the oldest: 0 for the first of the six, 5 for the last.
        Aggregate moment = Aggregate.sum(
                Stage.EVENTS,
                made.prefix() + "_moment_" + window,
                (MONTHS - 1) + " - CAST(floor((age - 1) / " + MONTH + "e0) AS INT)",
                made.is() + KindFeatures.within(window));
        int sumX = MONTHS * (MONTHS - 1) / 2;
        int sumXx = (MONTHS - 1) * MONTHS * (2 * MONTHS - 1) / 6;
        int denominator = MONTHS * sumXx - sumX * sumX;
        made.add(
                "slope_" + window + "d",
                FeatureText.of(made.kind(), "%s: trend over half a year", "半年内%s趋势"),
                FeatureText.unit("per month", "per month", "次/月"),
                ifThereSince(
                        window,
                        "CAST(" + MONTHS + " * coalesce(" + moment.ref() + ", 0) - " + sumX + " * " + count.ref()
                                + " AS DOUBLE) / " + denominator + "e0"),
                moment,
                count,
                KindFeatures.FIRST);
    }

    /** A change is none where the unit was not there yet in the earlier time. */
    private static String ifThereSince(int days, String value) {
        return "CASE WHEN " + KindFeatures.FIRST.ref() + " >= " + days + " THEN " + value + " END";
    }
}
