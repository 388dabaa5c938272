package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The features that can be made of one kind of event; aggregates are exact, and each feature divides once. */
final class KindFeatures {
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
        this.prefix = kind.prefix();
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
        features.add(Feature.age(
                prefix + "_days_since",
                FeatureText.of(kind, "%s: days since the last", "距上次%s天数"),
                kind.reason(),
                lastAge()));
    }

    void distinct(String category, int window) {
        Aggregate distinct = Aggregate.of(
                Stage.MIX, prefix + "_distinct_" + category, "count(*)", is + " AND category = " + Sql.text(category));
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

    /** Share of the commonest value of a category: 1 for who always takes the same. */
    void topShare(String category, int window) {
        String condition = is + " AND category = " + Sql.text(category);
        Aggregate top = Aggregate.of(Stage.MIX, prefix + "_top_" + category, "max(n)", condition);
        Aggregate all = Aggregate.sum(Stage.MIX, prefix + "_all_" + category, "n", condition);
        add(
                category + "_top_share_" + window + "d",
                FeatureText.of(
                        kind,
                        LocalizedText.same(category.replace('_', ' ')),
                        "%s: share of the commonest %s in the last " + window + " days",
                        "近" + window + "天%s中最常见%s的占比"),
                Unit.none(),
                ratio(top.ref(), all.ref()),
                top,
                all);
    }

    /**
     * Days since a category last had another value than the latest: how long ago it changed, of a category that has one value at a time. None where it
     * had but one within the window.
     */
    void changed(String category, int window) {
        Aggregate other = Aggregate.of(
                Stage.LATEST,
                prefix + "_other_" + category,
                "min(age)",
                is + " AND category = " + Sql.text(category) + " AND recency = 2");
        LocalizedText name = LocalizedText.same(category.replace('_', ' '));
        features.add(Feature.age(
                prefix + "_" + category + "_changed_" + window + "d",
                FeatureText.of(
                        kind,
                        name,
                        "%s: days since the %s changed, in the last " + window + " days",
                        "近" + window + "天内%s：距%s变化的天数"),
                KindRole.PLAN_CHANGE.reason(),
                other));
    }

    /** How many events of kinds had each value of each category within a window. */
    static String mix(Collection<String> kinds, Collection<String> categories, int window) {
        return Stage.MIX.rows() + " AS (\n  " + byValue(category -> "count(*) AS n", kinds, categories, window) + "\n)";
    }

    /** Which value of each category events of kinds had last within a window (recency 1), which other one before that (2), and so on, each with the days since. */
    static String latest(Collection<String> kinds, Collection<String> categories, int window) {
        return Stage.LATEST.rows()
                + " AS (\n  SELECT unit, kind, category, age, row_number() OVER (PARTITION BY unit, kind, category ORDER BY age, value) AS recency"
                + "\n  FROM ("
                + byValue(category -> Sql.name(category) + " AS value, min(age) AS age", kinds, categories, window)
                + ") AS values_seen\n)";
    }

    private static String byValue(
            UnaryOperator<String> columns, Collection<String> kinds, Collection<String> categories, int window) {
        return categories.stream()
                .map(category -> "SELECT unit, kind, " + Sql.text(category) + " AS category, "
                        + columns.apply(category) + " FROM " + Stage.EVENTS.rows() + " WHERE "
                        + Sql.in("kind", kinds) + " AND " + Sql.name(category) + " IS NOT NULL" + within(window)
                        + " GROUP BY unit, kind, " + Sql.name(category))
                .collect(Collectors.joining("\n  UNION ALL "));
    }

    /** What was paid of the list price, over events that tell both. */
    void paidOfList(Measure paid, Measure list, int window) {
        String both = is + " AND " + Sql.name(paid.name()) + " IS NOT NULL AND " + Sql.name(list.name())
                + " IS NOT NULL" + within(window);
        String alias = prefix + "_" + paid.name() + "_of_" + list.name() + "_" + window;
        Aggregate sumPaid = Aggregate.sum(Stage.EVENTS, alias + "_paid", Sql.name(paid.name()), both);
        Aggregate sumList = Aggregate.sum(Stage.EVENTS, alias + "_list", Sql.name(list.name()), both);
        features.add(Feature.number(
                prefix + "_" + paid.name() + "_to_" + list.name() + "_" + window + "d",
                FeatureText.of(
                        kind,
                        FeatureText.measure(paid),
                        "%s: %s paid of the list price in the last " + window + " days",
                        "近" + window + "天%s%s占标价比例"),
                Unit.none(),
                KindRole.BILL.reason(),
                ratio(sumPaid.ref() + " * " + list.parts(), sumList.ref() + " * " + paid.parts()),
                sumPaid,
                sumList));
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

    Aggregate lastOf(Measure measure) {
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

    EventKind kind() {
        return kind;
    }

    String prefix() {
        return prefix;
    }

    /** The condition that an event is of the kind. */
    String is() {
        return is;
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

    Aggregate lastAge() {
        return Aggregate.of(Stage.EVENTS, prefix + "_last_age", "min(age)", is);
    }

    /** The one division: of exact whole numbers, NULL where there is nothing to divide by. */
    static String ratio(String numerator, String denominator) {
        return "CAST(" + numerator + " AS DOUBLE) / NULLIF(" + denominator + ", 0)";
    }

    static String within(int window) {
        return " AND age <= " + window;
    }
}
