package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.Measure;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The features that can be made of one kind of event; aggregates are exact, and each feature divides once. */
final class KindFeatures {
    private static final int YEAR = 365;
    private static final int MONTH = 30;
    private static final int MONTHS = 6;
    /** Days since the unit's first event of any kind. */
    static final Aggregate FIRST = new Aggregate(Stage.EVENTS, "first_age", "max(age)");

    private final EventKind kind;
    private final String prefix;
    private final String is;
    private final List<String> takenBackBy;
    private final List<Feature> features = new ArrayList<>();

    KindFeatures(EventKind kind) {
        this(kind, List.of());
    }

    /** @param takenBackBy kinds whose negative amounts take back events of this one */
    KindFeatures(EventKind kind, List<String> takenBackBy) {
        this.kind = kind;
        this.takenBackBy = List.copyOf(takenBackBy);
        this.prefix = kind.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        this.is = "kind = " + Sql.text(kind.name());
    }

    List<Feature> features() {
        return features;
    }

    void count(int window) {
        Aggregate count = countOf(window);
        add(
                "count_" + window + "d",
                FeatureText.of(kind, "%s in the last " + window + " days", "近" + window + "天%s"),
                FeatureText.TIMES,
                "coalesce(" + count.ref() + ", 0)",
                count);
    }

    void measure(Measure measure, int window, boolean withMean) {
        LocalizedText name = FeatureText.measure(measure);
        Aggregate sum = sumOf(measure, window);
        add(
                measure.name() + "_" + window + "d",
                FeatureText.of(kind, name, "%s: %s in the last " + window + " days", "近" + window + "天%s%s"),
                measure.unit(),
                "CAST(coalesce(" + sum.ref() + ", 0) AS DOUBLE) / " + measure.parts() + "e0",
                sum);
        if (withMean) {
            mean(measure, window);
        }
    }

    void mean(Measure measure, int window) {
        LocalizedText name = FeatureText.measure(measure);
        Aggregate sum = sumOf(measure, window);
        Aggregate count = Aggregate.of(
                Stage.EVENTS,
                prefix + "_with_" + measure.name() + "_" + window,
                "count(" + Sql.name(measure.name()) + ")",
                is + within(window));
        add(
                measure.name() + "_mean_" + window + "d",
                FeatureText.of(kind, name, "%s: mean %s in the last " + window + " days", "近" + window + "天%s平均%s"),
                measure.unit(),
                ratio(sum.ref(), count.ref() + " * " + measure.parts()),
                sum,
                count);
    }

    void extremes(Measure measure, int window) {
        for (String function : List.of("min", "max")) {
            Aggregate extreme = Aggregate.of(
                    Stage.EVENTS,
                    prefix + "_" + function + "_" + measure.name() + "_" + window,
                    function + "(" + Sql.name(measure.name()) + ")",
                    is + within(window));
            boolean least = function.equals("min");
            add(
                    measure.name() + "_" + function + "_" + window + "d",
                    FeatureText.of(
                            kind,
                            FeatureText.measure(measure),
                            "%s: " + (least ? "least" : "greatest") + " %s in the last " + window + " days",
                            "近" + window + "天%s" + (least ? "最小" : "最大") + "%s"),
                    measure.unit(),
                    "CAST(" + extreme.ref() + " AS DOUBLE) / " + measure.parts() + "e0",
                    extreme);
        }
    }

    void since() {
        Aggregate age = lastAge();
        add("days_since", FeatureText.of(kind, "%s: days since the last", "距上次%s天数"), FeatureText.DAYS, age.ref(), age);
    }

    /** Mean gap between days with events, the current gap relative to it, and how uneven the gaps are (coefficient of variation). */
    void rhythm() {
        Aggregate n = Aggregate.of(Stage.RHYTHM, prefix + "_gaps", "count(gap)", is);
        Aggregate sum = Aggregate.sum(Stage.RHYTHM, prefix + "_gap_sum", "gap", is);
        Aggregate squares = Aggregate.sum(Stage.RHYTHM, prefix + "_gap_squares", "CAST(gap AS BIGINT) * gap", is);
        Aggregate age = lastAge();
        add(
                "gap_mean",
                FeatureText.of(kind, "%s: days between two, on average", "%s平均间隔天数"),
                FeatureText.DAYS,
                ratio(sum.ref(), n.ref()),
                sum,
                n);
        add(
                "gap_ratio",
                FeatureText.of(kind, "%s: days since the last, in usual gaps", "%s：距上次天数与平均间隔之比"),
                Unit.none(),
                ratio(age.ref() + " * " + n.ref(), sum.ref()),
                age,
                sum,
                n);
        String spread = n.ref() + " * " + squares.ref() + " - " + sum.ref() + " * " + sum.ref();
        add(
                "gap_variation",
                FeatureText.of(kind, "%s: unevenness of the gaps", "%s间隔不规律程度"),
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
        Aggregate recent = countOf(window);
        Aggregate before = Aggregate.of(
                Stage.EVENTS,
                prefix + "_n_" + window + "_back_" + back,
                "count(*)",
                is + " AND age > " + back + " AND age <= " + (back + window));
        add(
                name,
                FeatureText.of(kind, english, chinese),
                Unit.none(),
                ifThereSince(
                        back + window, ratio(recent.ref() + " - " + before.ref(), recent.ref() + " + " + before.ref())),
                recent,
                before,
                FIRST);
    }

    /** Slope of the monthly counts of half a year (least squares), in events per month and month. */
    void slope() {
        int window = MONTH * MONTHS;
        Aggregate count = countOf(window);
        // The month counts from the oldest: 0 for the first of the six, 5 for the last.
        Aggregate moment = Aggregate.sum(
                Stage.EVENTS,
                prefix + "_moment_" + window,
                (MONTHS - 1) + " - CAST(floor((age - 1) / " + MONTH + "e0) AS INT)",
                is + within(window));
        int sumX = MONTHS * (MONTHS - 1) / 2;
        int sumXx = (MONTHS - 1) * MONTHS * (2 * MONTHS - 1) / 6;
        int denominator = MONTHS * sumXx - sumX * sumX;
        add(
                "slope_" + window + "d",
                FeatureText.of(kind, "%s: trend over half a year", "半年内%s趋势"),
                FeatureText.unit("per month", "per month", "次/月"),
                ifThereSince(
                        window,
                        "CAST(" + MONTHS + " * coalesce(" + moment.ref() + ", 0) - " + sumX + " * " + count.ref()
                                + " AS DOUBLE) / " + denominator + "e0"),
                moment,
                count,
                FIRST);
    }

    void distinct(String category, int window) {
        Aggregate distinct = Aggregate.of(
                Stage.EVENTS,
                prefix + "_distinct_" + category + "_" + window,
                "count(DISTINCT " + Sql.name(category) + ")",
                is + within(window));
        LocalizedText name = LocalizedText.same(category.replace('_', ' '));
        add(
                category + "_distinct_" + window + "d",
                FeatureText.of(
                        kind,
                        name,
                        "%s: different values of %s in the last " + window + " days",
                        "近" + window + "天%s的不同%s数"),
                Unit.none(),
                "coalesce(" + distinct.ref() + ", 0)",
                distinct);
    }

    /** Share among all events that features may see. */
    void share(int window) {
        Aggregate count = countOf(window);
        Aggregate all = Aggregate.of(Stage.EVENTS, "all_n_" + window, "count(*)", "age <= " + window);
        add(
                "share_" + window + "d",
                FeatureText.of(
                        kind, "%s: share of all events in the last " + window + " days", "近" + window + "天%s占全部事件的比例"),
                Unit.none(),
                ratio(count.ref(), all.ref()),
                count,
                all);
    }

    /** The last value of a measure. Of several at one instant, the greatest: an order that no file can change. */
    void last(Measure measure) {
        Aggregate last = lastOf(measure);
        add(
                measure.name() + "_last",
                FeatureText.of(kind, FeatureText.measure(measure), "%s: last %s", "最近一次%s%s"),
                measure.unit(),
                "CAST(" + last.ref() + " AS DOUBLE) / " + measure.parts() + "e0",
                last);
    }

    private Aggregate lastOf(Measure measure) {
        String column = Sql.name(measure.name());
        return Aggregate.of(
                Stage.EVENTS,
                prefix + "_last_" + measure.name(),
                "max_by(" + column + ", (occurred, known, " + column + "))",
                is + " AND " + column + " IS NOT NULL");
    }

    /** How far the last value of a measure lies from the mean of the window. */
    void trend(Measure measure, int window) {
        String column = Sql.name(measure.name());
        Aggregate last = lastOf(measure);
        LocalizedText name = FeatureText.measure(measure);
        Aggregate sum = sumOf(measure, window);
        Aggregate count = Aggregate.of(
                Stage.EVENTS,
                prefix + "_with_" + measure.name() + "_" + window,
                "count(" + column + ")",
                is + within(window));
        add(
                measure.name() + "_trend_" + window + "d",
                FeatureText.of(
                        kind,
                        name,
                        "%s: last %s against the mean of " + window + " days",
                        "最近一次%s%s与近" + window + "天平均之差"),
                measure.unit(),
                ratio(last.ref() + " * " + count.ref() + " - " + sum.ref(), count.ref() + " * " + measure.parts()),
                last,
                sum,
                count);
    }

    String prefix() {
        return prefix;
    }

    void add(String name, LocalizedText names, Unit unit, String sql, Aggregate... needs) {
        features.add(Feature.number(prefix + "_" + name, names, unit, kind.reason(), sql, needs));
    }

    Aggregate countOf(int window) {
        return Aggregate.of(Stage.EVENTS, prefix + "_n_" + window, "count(*)", is + within(window));
    }

    Aggregate sumOf(Measure measure, int window) {
        return Aggregate.sum(
                Stage.EVENTS,
                prefix + "_sum_" + measure.name() + "_" + window,
                Sql.name(measure.name()),
                (takenBackBy.isEmpty()
                                ? is
                                : "(" + is + " OR " + Sql.in("kind", takenBackBy) + " AND " + Sql.name(measure.name())
                                        + " < 0)")
                        + within(window));
    }

    private Aggregate lastAge() {
        return Aggregate.of(Stage.EVENTS, prefix + "_last_age", "min(age)", is);
    }

    /** The one division: of exact whole numbers, NULL where there is nothing to divide by. */
    static String ratio(String numerator, String denominator) {
        return "CAST(" + numerator + " AS DOUBLE) / NULLIF(" + denominator + ", 0)";
    }

    /** A change is none where the unit was not there yet in the earlier time. */
    private static String ifThereSince(int days, String value) {
        return "CASE WHEN " + FIRST.ref() + " >= " + days + " THEN " + value + " END";
    }

    private static String within(int window) {
        return " AND age <= " + window;
    }
}
