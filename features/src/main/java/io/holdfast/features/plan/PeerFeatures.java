package io.holdfast.features.plan;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What units that share a value of an attribute have in common: how many of them met an event of a kind, such as a rival's offer in the region, and how
 * what a unit was billed compares to what they were, such as on the same plan. Peers are all units at risk as of the date. Where fewer than
 * {@value #LEAST} of them can tell, nothing is told: so few are chance.
 */
final class PeerFeatures {
    static final int LEAST = 5;

    private final HistoryDescription history;
    private final PlanSettings settings;
    private final Map<String, List<Comparison>> byAttribute = new LinkedHashMap<>();

    /** One column: what it is made of, and how much of its peers' that is. */
    private record Comparison(Feature feature, Feature source, String aggregate, String value) {}

    PeerFeatures(HistoryDescription history, PlanSettings settings) {
        this.history = history;
        this.settings = settings;
        if (history.attributes().isPresent()) {
            history.attributeKinds().values().stream()
                    .filter(attribute -> !attribute.peers().isEmpty())
                    .forEach(attribute -> byAttribute.put(attribute.name(), comparisons(attribute)));
        }
    }

    private List<Comparison> comparisons(Attribute attribute) {
        List<Comparison> made = new ArrayList<>();
        for (String name : attribute.peers()) {
            EventKind kind = Objects.requireNonNull(history.kinds().get(name), name);
            if (kind.role() == KindRole.BILL || kind.role() == KindRole.PAYMENT) {
                history.measures(kind).forEach(measure -> made.add(ratio(attribute, kind, measure)));
            } else {
                PlanSettings.shorter(settings.windows()).forEach(window -> made.add(share(attribute, kind, window)));
            }
        }
        return made;
    }

    /** How many of the peers had an event of a kind within a window, of all of them. */
    private static Comparison share(Attribute attribute, EventKind kind, int window) {
        Aggregate count = new KindFeatures(kind).countOf(window);
        String column = kind.prefix() + " met " + window + "d";
        Feature source = hidden(column, "CASE WHEN " + count.ref() + " > 0 THEN 1 ELSE 0 END", count);
        LocalizedText of = named(attribute);
        return new Comparison(
                number(
                        kind.prefix() + "_peers_" + attribute.name() + "_" + window + "d",
                        FeatureText.of(
                                kind,
                                of,
                                "%s in the last " + window + " days: share of those with the same %s",
                                "近" + window + "天%s：同%s客户中的占比"),
                        kind.reason()),
                source,
                "CAST(sum(" + Sql.name(column) + ") AS DOUBLE)",
                "%1$s / %2$s");
    }

    /** The last value of a measure by the median of the peers' last ones; of an even number, by the lower of the two in the middle, which is one of the values. */
    private static Comparison ratio(Attribute attribute, EventKind kind, Measure measure) {
        Aggregate last = new KindFeatures(kind).lastOf(measure);
        String column = kind.prefix() + " last " + measure.name();
        Feature source = hidden(column, last.ref(), last);
        LocalizedText of = named(attribute);
        return new Comparison(
                number(
                        kind.prefix() + "_" + measure.name() + "_to_peers_" + attribute.name(),
                        FeatureText.of(
                                kind,
                                LocalizedText.of(
                                        FeatureText.measure(measure).in(Language.ENGLISH)
                                                + " by the middle one of those with the same "
                                                + of.in(Language.ENGLISH),
                                        FeatureText.measure(measure).in(Language.CHINESE) + "与同"
                                                + of.in(Language.CHINESE) + "客户中位数之比"),
                                "%s: last %s",
                                "最近一次%s%s"),
                        kind.reason()),
                source,
                "CAST(percentile_disc(0.5) WITHIN GROUP (ORDER BY " + Sql.name(column) + ") AS DOUBLE)",
                "CAST(made." + Sql.name(column) + " AS DOUBLE) / NULLIF(%1$s, 0)");
    }

    /** A column that no table shows; no feature can have its name, since that has blanks. */
    private static Feature hidden(String column, String sql, Aggregate need) {
        return Feature.number(column, LocalizedText.same(column), Unit.none(), "profile", sql, need);
    }

    private static Feature number(String name, LocalizedText names, String reason) {
        return Feature.number(name, names, Unit.none(), reason, "NULL");
    }

    private static LocalizedText named(Attribute attribute) {
        return attribute.names().isEmpty() ? LocalizedText.same(attribute.name().replace('_', ' ')) : attribute.names();
    }

    List<Feature> features() {
        return byAttribute.values().stream()
                .flatMap(List::stream)
                .map(Comparison::feature)
                .toList();
    }

    /** What must be known of each unit for them, each once. */
    List<Feature> sources() {
        Map<String, Feature> sources = new LinkedHashMap<>();
        kept().values()
                .forEach(made -> made.forEach(one -> sources.put(one.source().name(), one.source())));
        return List.copyOf(sources.values());
    }

    /** The attributes whose values make peers. */
    Set<String> attributes() {
        return new TreeSet<>(kept().keySet());
    }

    private Map<String, List<Comparison>> kept() {
        Map<String, List<Comparison>> kept = new LinkedHashMap<>();
        byAttribute.forEach((attribute, made) -> {
            List<Comparison> wanted = made.stream()
                    .filter(one -> !settings.leaveOut().contains(one.feature().name()))
                    .toList();
            if (!wanted.isEmpty()) {
                kept.put(attribute, wanted);
            }
        });
        return kept;
    }

    /**
     * Rows with these columns beside their own.
     *
     * @param rows name of a table of {@code as_of}, the attributes and {@link #sources}; who is not at risk has none of these
     * @return a table or a query in parentheses
     */
    String sql(String rows) {
        Map<String, List<Comparison>> kept = kept();
        if (kept.isEmpty()) {
            return rows;
        }
        StringBuilder columns = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        kept.forEach((attribute, made) -> {
            String table = "peers_" + attribute;
            StringBuilder sums = new StringBuilder();
            for (Comparison one : made) {
                String name = Sql.name(one.feature().name());
                String known = Sql.name(one.feature().name() + " known");
                sums.append(", ").append(one.aggregate()).append(" AS ").append(name);
                sums.append(", count(")
                        .append(Sql.name(one.source().name()))
                        .append(") AS ")
                        .append(known);
                columns.append(",\n  CASE WHEN ")
                        .append(table)
                        .append('.')
                        .append(known)
                        .append(" >= " + LEAST + " THEN ")
                        .append(String.format(one.value(), table + "." + name, table + "." + known))
                        .append(" END AS ")
                        .append(name);
            }
            joins.append("\n  LEFT JOIN (SELECT as_of, ")
                    .append(Sql.name(attribute))
                    .append(" AS shared")
                    .append(sums)
                    .append(" FROM ")
                    .append(rows)
                    .append(" WHERE ")
                    .append(Sql.name(attribute))
                    .append(" IS NOT NULL GROUP BY as_of, ")
                    .append(Sql.name(attribute))
                    .append(") AS ")
                    .append(table)
                    .append(" ON ")
                    .append(table)
                    .append(".as_of = made.as_of AND ")
                    .append(table)
                    .append(".shared = made.")
                    .append(Sql.name(attribute));
        });
        return "(SELECT made.*" + columns + "\n  FROM " + rows + " AS made" + joins + ")";
    }
}
