package io.holdfast.features.plan;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.definition.Leaving;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The features of a history as of any date, as one SQL text that DuckDB and Spark SQL understand alike. Aggregates are exact (whole numbers of smallest
 * parts and of days); each feature divides once, at the end; so neither the order of events nor the number of threads changes a bit.
 */
public final class FeaturePlan {
    /** The column of a table to score that says on which day a unit left; empty for who is at risk. */
    public static final String LEFT = "left_on";

    /** The column of a table to learn from that says how many units a row stands for. */
    public static final String WEIGHT = "shadow_weight";

    /** The column for the part of the year, from 1 (January) to 12. */
    public static final String SEASON = "outcome_month";

    private final HistoryDescription history;
    private final ChurnDefinition churn;
    private final PlanSettings settings;
    private final Optional<ValuePlan> value;
    private final PeerFeatures peers;

    /**
     * The plan that a history suggests and its settings change.
     *
     * @param value which columns say what a unit is worth, if any
     * @throws InputException if two features have one name, or one that is left out is not made
     */
    public FeaturePlan(
            HistoryDescription history, ChurnDefinition churn, PlanSettings settings, Optional<ValuePlan> value) {
        this.history = history;
        this.churn = churn;
        this.settings = settings;
        this.value = value;
        this.peers = new PeerFeatures(history, settings);
        requireNames();
    }

    private void requireNames() {
        Set<String> names = new TreeSet<>();
        for (Feature feature : all(LocalDate.EPOCH).toList()) {
            if (!names.add(feature.name())) {
                throw new InputException("duplicate_feature", twice(feature.name()));
            }
        }
        for (String name : settings.leaveOut()) {
            if (!names.contains(name)) {
                throw new InputException(
                        "unknown_feature",
                        "'leaveOut' of 'features' names " + Excerpt.of(name) + ", which is not made"
                                + Nearest.hint(name, names));
            }
        }
    }

    /** Kinds are told apart by what the columns of their features begin with; where that is one for several, they are named. */
    private String twice(String feature) {
        String kinds = history.kinds().values().stream()
                .filter(kind -> feature.startsWith(kind.prefix() + "_"))
                .collect(Collectors.groupingBy(EventKind::prefix, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(alike -> alike.size() > 1)
                .findFirst()
                .map(alike -> ", since the columns of the kinds "
                        + alike.stream().map(kind -> Excerpt.of(kind.name())).collect(Collectors.joining(" and "))
                        + " all begin with " + Excerpt.of(alike.get(0).prefix()))
                .orElse("");
        return "two features are named " + Excerpt.of(feature) + kinds
                + (kinds.isEmpty()
                        ? "; expected another name of the attribute, the kind of event or the feature of one's own"
                        : "; expected kinds whose names, or else English ones ('names: {en: ...}'), differ in letters or digits");
    }

    /** The columns of a feature table, in their order. */
    public List<Feature> features() {
        return features(LocalDate.EPOCH);
    }

    private List<Feature> features(LocalDate day) {
        return all(day).filter(feature -> !settings.leaveOut().contains(feature.name()))
                .toList();
    }

    private Stream<Feature> all(LocalDate day) {
        return Stream.of(
                        new DefaultFeatures(history, settings.windows()).features().stream(),
                        history.attributes().isEmpty()
                                ? Stream.<Feature>empty()
                                : history.attributeKinds().values().stream()
                                        .map(attribute -> AttributeFeatures.of(attribute, day)),
                        peers.features().stream(),
                        settings.season().orElse(false)
                                ? Stream.of(SeasonFeature.of(churn, day))
                                : Stream.<Feature>empty(),
                        value.map(plan -> plan.features().stream()).orElse(Stream.empty()),
                        settings.shares().stream()
                                .flatMap(share ->
                                        settings.windows().stream().flatMap(window -> share.features(window).stream())),
                        settings.own().stream())
                .flatMap(made -> made);
    }

    /** The columns that {@link #sql} makes: features that need nothing but the unit's own events, whether left out or not where others need them. */
    private List<Feature> made(LocalDate day) {
        Set<String> needed = peers.attributes();
        Set<String> others = peers.features().stream().map(Feature::name).collect(Collectors.toSet());
        return Stream.concat(
                        all(day).filter(feature -> !others.contains(feature.name()))
                                .filter(feature -> needed.contains(feature.name())
                                        || !settings.leaveOut().contains(feature.name())),
                        peers.sources().stream())
                .toList();
    }

    /** The rows of {@link #sql} or {@link #labelledSql}, of one date or several, with the columns that compare a unit to others of its date. */
    public String withPeers(String rows) {
        return peers.sql(rows);
    }

    /** The value columns' plan, unless all of them are left out. */
    public Optional<ValuePlan> value() {
        return value.filter(plan -> plan.features().stream()
                .anyMatch(feature -> !settings.leaveOut().contains(feature.name())));
    }

    /** The columns of {@link #valueSql} that its rows are to be ordered by. */
    public String valueOrder() {
        return churn.leaving() instanceof Leaving.ByEvent ? ValueSql.CONTRACT_ORDER : ValueSql.PURCHASE_ORDER;
    }

    /** What value models are fitted to as known before a day, in no order; only where {@link #value} is. See {@link ValueSql}. */
    public String valueSql(LocalDate asOf) {
        ValueSql sql = new ValueSql(history, value.orElseThrow());
        return churn.leaving() instanceof Leaving.ByEvent contract
                ? sql.contracts(asOf, contract)
                : sql.purchases(asOf);
    }

    /** For each feature of the user's own, a query over the uncut events that fails where its expression means nothing; it reads no row. */
    public SortedMap<String, String> trials() {
        SortedMap<String, String> trials = new TreeMap<>();
        for (Feature feature : settings.own()) {
            for (Aggregate need : feature.needs()) {
                trials.put(
                        feature.name(),
                        "SELECT CAST(" + need.sql() + " AS DOUBLE) FROM (SELECT *, 1 AS age FROM " + Cut.EVENT
                                + ") AS seen GROUP BY unit LIMIT 0");
            }
        }
        return trials;
    }

    /** For each part of a declared share, the condition that an event is of it: where none is, a value may be misspelt. */
    public SortedMap<String, String> declared() {
        SortedMap<String, String> declared = new TreeMap<>();
        for (Share share : settings.shares()) {
            for (SharePart part : share.parts()) {
                declared.put(
                        "share " + Excerpt.of(share.name()) + ": no event is of "
                                + share.category().orElse("kind") + " " + Excerpt.of(part.value()),
                        share.part(part));
            }
        }
        return declared;
    }

    /**
     * One row for each unit at risk: its {@code unit}, its {@code customer}, {@code state} ({@code ok}) and {@code positive} (0) for an outcome nobody
     * knows yet, and the features as known before a day, but for those of {@link #withPeers}; and one for each unit that had left by then, in the state {@code left}, with the day in {@value #LEFT}, an objection to being profiled, and no features. Where {@link #value} is, it joins a table {@value ValueColumn#TABLE} of the units' value columns.
     *
     * @return a query, ordered by nothing
     */
    public String sql(LocalDate asOf) {
        return "WITH " + tables(asOf) + ",\n" + new OutcomeSql(history, churn).departed("departed", "cut")
                + "\nSELECT unit, customer, 'ok' AS state, 0 AS positive, CAST(NULL AS DATE) AS " + LEFT + names()
                + " FROM features\nUNION ALL SELECT departed.unit, departed.customer, 'left', 0, departed." + LEFT
                + (household().isEmpty() ? "" : ", NULL")
                + made(asOf).stream()
                        .map(feature -> isObjection(feature) ? ", " + feature.sql() : ", NULL")
                        .collect(Collectors.joining())
                + " FROM departed"
                + (features().stream().anyMatch(FeaturePlan::isObjection)
                        ? " LEFT JOIN attributes ON attributes.unit = departed.unit"
                        : "");
    }

    /** How many units are at risk as of a day, as one number. */
    public String atRiskSql(LocalDate asOf) {
        return "WITH " + new Cut(history).events("cut", asOf) + ",\n"
                + new OutcomeSql(history, churn).population("population", "cut") + "\nSELECT count(*) FROM population";
    }

    /** Leaving does not take an objection back. */
    private static boolean isObjection(Feature feature) {
        return feature.role() == ColumnRole.OBJECTION;
    }

    /**
     * The same with the outcome: {@code state} (see {@link OutcomeSql#outcome}; {@code merged} where the unit turned out to be another's), {@code positive}
     * and, where the definition of churn weighs rows, {@code weight}.
     */
    public String labelledSql(LocalDate asOf) {
        OutcomeSql outcome = new OutcomeSql(history, churn);
        return labelledSql(asOf, outcome.outcome("outcome", asOf), "");
    }

    /** The same with {@value OutcomeSql#LEAVE_TYPE}, where leaves are told apart by their types. */
    public String labelledSqlWithType(LocalDate asOf) {
        OutcomeSql outcome = new OutcomeSql(history, churn);
        return labelledSql(
                asOf,
                outcome.outcomeWithType("outcome", asOf),
                outcome.hasLeaveTypes() ? ", o." + OutcomeSql.LEAVE_TYPE : "");
    }

    private String labelledSql(LocalDate asOf, String outcomes, String type) {
        OutcomeSql outcome = new OutcomeSql(history, churn);
        return "WITH " + tables(asOf) + ",\n" + outcomes
                + "\nSELECT f.unit, f.customer, coalesce(o.state, 'merged') AS state, coalesce(o.positive, 0) AS positive"
                + type
                + (outcome.isWeighted() ? ", coalesce(o.weight, 1e0) AS " + WEIGHT : "")
                + names().replace(", ", ", f.") + " FROM features f LEFT JOIN outcome o ON o.unit = f.unit";
    }

    private String names() {
        return household()
                + made(LocalDate.EPOCH).stream()
                        .map(feature -> ", " + Sql.name(feature.name()))
                        .collect(Collectors.joining());
    }

    private String household() {
        return Cut.hasHouseholds(history) ? ", household" : "";
    }

    private String tables(LocalDate asOf) {
        List<Feature> features = made(asOf);
        Map<Stage, SortedMap<String, Aggregate>> aggregates = new EnumMap<>(Stage.class);
        for (Feature feature : features) {
            for (Aggregate need : feature.needs()) {
                @Nullable
                Aggregate other = aggregates
                        .computeIfAbsent(need.stage(), stage -> new TreeMap<>())
                        .put(need.alias(), need);
                if (other != null && !other.sql().equals(need.sql())) {
                    throw new IllegalStateException(need.alias() + " stands for two aggregates");
                }
            }
        }
        List<String> tables = new ArrayList<>();
        tables.add(new Cut(history).events("cut", asOf));
        tables.add(new OutcomeSql(history, churn).population("population", "cut"));
        tables.add(Stage.EVENTS.rows() + " AS (\n  SELECT * FROM cut WHERE " + Sql.in("kind", observed()) + "\n)");
        if (aggregates.containsKey(Stage.RHYTHM)) {
            tables.add(rhythm());
        }
        if (aggregates.containsKey(Stage.CASES)) {
            tables.add(new CaseFeatures(history).rows());
        }
        int longest = settings.windows().get(settings.windows().size() - 1);
        if (aggregates.containsKey(Stage.MIX)) {
            tables.add(KindFeatures.mix(names(KindRole.PURCHASE), history.categories(), longest));
        }
        if (aggregates.containsKey(Stage.LATEST)) {
            tables.add(KindFeatures.latest(names(KindRole.USAGE), history.categories(), longest));
        }
        aggregates.forEach((stage, needed) -> tables.add(sums(stage, needed)));
        if (history.attributes().isPresent()) {
            tables.add(new Cut(history).attributes(AttributeFeatures.ROWS, "cut", asOf));
        }
        if (!household().isEmpty()) {
            tables.add(Cut.households("households", asOf));
        }
        tables.add(features(features, aggregates));
        return String.join(",\n", tables);
    }

    private static String sums(Stage stage, SortedMap<String, Aggregate> needed) {
        return stage.sums() + " AS (\n  SELECT unit"
                + needed.values().stream()
                        .map(aggregate -> ",\n    " + aggregate.sql() + " AS " + aggregate.alias())
                        .collect(Collectors.joining())
                + "\n  FROM " + stage.rows() + "\n  GROUP BY unit\n)";
    }

    private String features(List<Feature> features, Map<Stage, SortedMap<String, Aggregate>> aggregates) {
        StringBuilder joins = new StringBuilder();
        for (Stage stage : aggregates.keySet()) {
            joins.append("\n  LEFT JOIN ")
                    .append(stage.sums())
                    .append(" ON ")
                    .append(stage.sums())
                    .append(".unit = p.unit");
        }
        if (history.attributes().isPresent()) {
            joins.append("\n  LEFT JOIN attributes ON attributes.unit = p.unit");
        }
        if (!household().isEmpty()) {
            joins.append("\n  LEFT JOIN households ON households.customer = p.customer");
        }
        if (value().isPresent()) {
            joins.append("\n  LEFT JOIN " + ValueColumn.TABLE + " ON " + ValueColumn.TABLE + ".unit = p.unit");
        }
        return "features AS (\n  SELECT p.unit, p.customer"
                + (household().isEmpty() ? "" : ",\n    households.household AS household")
                + features.stream()
                        .map(feature -> ",\n    " + feature.sql() + " AS " + Sql.name(feature.name()))
                        .collect(Collectors.joining())
                + "\n  FROM population p" + joins + "\n)";
    }

    /** Days with events of a kind whose rhythm matters, and the days since the one before. */
    private String rhythm() {
        List<String> kinds = history.kinds(List.of(KindRole.PURCHASE, KindRole.USAGE, KindRole.VISIT)).stream()
                .map(EventKind::name)
                .toList();
        return Stage.RHYTHM.rows()
                + " AS (\n  SELECT unit, kind, lag(age) OVER (PARTITION BY unit, kind ORDER BY age DESC) - age AS gap\n"
                + "  FROM (SELECT DISTINCT unit, kind, age FROM " + Stage.EVENTS.rows() + " WHERE "
                + Sql.in("kind", kinds) + ") AS days\n)";
    }

    private List<String> names(KindRole role) {
        return history.kinds(List.of(role)).stream().map(EventKind::name).toList();
    }

    private List<String> observed() {
        return history.kinds().values().stream()
                .filter(kind -> kind.role().isObserved())
                .map(EventKind::name)
                .toList();
    }
}
