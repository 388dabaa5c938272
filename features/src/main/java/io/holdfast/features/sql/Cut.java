package io.holdfast.features.sql;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.dataset.ColumnKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Common table expressions over the tables of a history, cut at a day: what occurred before it and was known before it, with ids as they were known
 * to belong together. The day begins at midnight and is itself not seen.
 *
 * <p>Tables: {@value #EVENT} (unit, customer, kind, occurred, known, measures as BIGINT, categories), {@value #ATTRIBUTE} (unit, customer, attribute,
 * value, occurred, known), {@value #ID} (id, customer, change, household, occurred, known), {@value #CARE} (unit, customer, occurred, arm, share,
 * campaign, campaign_share).
 */
public final class Cut {
    /** The table of all events. */
    public static final String EVENT = "event";
    /** The table of all changes of attributes. */
    public static final String ATTRIBUTE = "attribute";
    /** The table of which id belongs to whom. */
    public static final String ID = "id_map";

    /** The table of who was assigned care and who was held out instead. */
    public static final String CARE = "care_log";

    private final HistoryDescription history;

    /** The cut of a history. */
    public Cut(HistoryDescription history) {
        this.history = history;
    }

    /** The columns of events besides unit, customer, kind, occurred and known. */
    public static List<String> ownColumns(HistoryDescription history) {
        List<String> columns = new ArrayList<>(history.measures().keySet());
        columns.addAll(history.categories());
        return columns;
    }

    /**
     * The events before a day, with {@code age}: how many days before it they occurred, from 1.
     *
     * @param name of the result
     */
    public String events(String name, LocalDate day) {
        return events(name, day, day);
    }

    /** The events before a day as they were known before another day; {@code age} counts from the former. */
    public String events(String name, LocalDate before, LocalDate known) {
        String own = ownColumns(history).stream()
                .map(column -> ", e." + Sql.name(column))
                .collect(Collectors.joining());
        return idViews(name, known)
                + name + " AS (\n  SELECT " + unit(name, "e") + " AS unit, " + customer(name, "e")
                + " AS customer, e.kind, e.occurred, e.known" + own
                + ",\n    CAST(" + Sql.day(before) + " - CAST(e.occurred AS DATE) AS INT) AS age\n  FROM " + EVENT
                + " e"
                + idJoins(name, "e")
                + "\n  WHERE e.occurred < " + Sql.midnight(before) + " AND e.known < " + Sql.midnight(known) + "\n)";
    }

    /**
     * The value of each attribute before a day, one row for each unit: the last, and of several at one moment a refusal, else what became known last.
     *
     * @param name of the result
     * @param events name of events that were cut at the same day
     */
    public String attributes(String name, String events, LocalDate day) {
        String columns = history.attributeKinds().values().stream()
                .map(attribute -> ",\n    max_by(a.value, (a.occurred, " + refusal(attribute)
                        + "a.known, a.value)) FILTER (WHERE a.attribute = "
                        + Sql.text(attribute.name()) + ") AS " + Sql.name(attribute.name()))
                .collect(Collectors.joining());
        return name + " AS (\n  SELECT " + unit(events, "a") + " AS unit" + columns + "\n  FROM "
                + ATTRIBUTE + " a" + idJoins(events, "a")
                + "\n  WHERE a.occurred < " + Sql.midnight(day) + " AND a.known < " + Sql.midnight(day)
                + "\n  GROUP BY 1\n)";
    }

    /** Of what was said at one moment the refusal stands, whichever became known last, as in the store of a server. */
    private static String refusal(Attribute attribute) {
        if (attribute.kind() != ColumnKind.FLAG) {
            return "";
        }
        return switch (attribute.role()) {
            case CONSENT -> first(attribute.tokens().no());
            case OBJECTION -> first(attribute.tokens().yes());
            default -> "";
        };
    }

    private static String first(Collection<String> values) {
        return "CASE WHEN " + Sql.in("a.value", values) + " THEN 1 ELSE 0 END, ";
    }

    /**
     * What was decided on care from a day on and before another, and before the unit's end, one row for each unit: {@code assigned}, how often it was to get
     * some, and {@code held_with}, the probability that it was held out instead every time that it was; none where it never was.
     *
     * <p>Who is held out for good, with probability s, is so in every campaign; a campaign that draws anew with c finds the others. So with several
     * campaigns the probability is s + (1 - s) c1 c2 ...; the logarithms are summed as decimals, which have no order.
     *
     * @param name of the result
     * @param events name of events that were cut as known on the day up to which ids are known
     * @param units name of rows of unit and {@code ended}, when it ended; null where it did not
     */
    public String care(String name, String events, String units, LocalDate from, LocalDate before) {
        String all = name + "_all";
        String draws = name + "_draws";
        return all + " AS (\n  SELECT " + unit(events, "c")
                + " AS unit, c.occurred, c.arm, c.share, c.campaign, c.campaign_share,\n    CASE WHEN c.share <= c.campaign_share THEN 0e0 ELSE 1e0 - (1e0 - c.share) / (1e0 - c.campaign_share) END AS lasting\n  FROM "
                + CARE + " c" + idJoins(events, "c") + "\n  WHERE c.occurred >= " + Sql.midnight(from)
                + " AND c.occurred < " + Sql.midnight(before) + "\n),\n"
                + draws + " AS (\n  SELECT a.unit, a.campaign, count(*) FILTER (WHERE a.arm = 'assigned') AS assigned,"
                + "\n    min(a.share) FILTER (WHERE a.arm = 'shadow') AS share, min(a.lasting) FILTER (WHERE a.arm = 'shadow') AS lasting,"
                + "\n    min(a.campaign_share) FILTER (WHERE a.arm = 'shadow') AS campaign_share\n  FROM " + all
                + " a LEFT JOIN " + units
                + " u ON u.unit = a.unit\n  WHERE u.ended IS NULL OR a.occurred < u.ended\n  GROUP BY 1, 2\n),\n"
                + name
                + " AS (\n  SELECT unit, sum(assigned) AS assigned,\n    CASE WHEN count(share) = 1 OR max(campaign_share) = 0 THEN min(share)"
                + " WHEN min(campaign_share) = 0 THEN min(lasting)"
                + "\n      ELSE min(lasting) + (1e0 - min(lasting)) * exp(CAST(sum(CASE WHEN campaign_share > 0 THEN CAST(ln(campaign_share) AS DECIMAL(18, 12)) END) AS DOUBLE)) END AS held_with\n  FROM "
                + draws + "\n  GROUP BY 1\n)";
    }

    /** Whether ids tell who lives together. */
    public static boolean hasHouseholds(HistoryDescription history) {
        return history.ids().filter(ids -> ids.column("household").isPresent()).isPresent();
    }

    /**
     * The household of each customer as known before a day, the last that was said.
     *
     * @param name of the result
     */
    public static String households(String name, LocalDate day) {
        return name
                + " AS (\n  SELECT customer, max_by(household, (occurred, known, household)) AS household\n  FROM " + ID
                + "\n  WHERE household IS NOT NULL AND occurred < " + Sql.midnight(day) + " AND known < "
                + Sql.midnight(day) + "\n  GROUP BY customer\n)";
    }

    private boolean mapped() {
        return history.ids().isPresent();
    }

    private String customer(String name, String alias) {
        return mapped()
                ? "coalesce(" + name + "_m2.customer, " + name + "_m.customer, " + name + "_o.customer, " + alias
                        + ".customer)"
                : alias + ".customer";
    }

    private String unit(String name, String alias) {
        return history.unitIsCustomer() ? customer(name, alias) : alias + ".unit";
    }

    /** Who an id belonged to from when to when, and which ids had turned out to be one person. */
    private String idViews(String name, LocalDate known) {
        if (!mapped()) {
            return "";
        }
        String cut = "occurred < " + Sql.midnight(known) + " AND known < " + Sql.midnight(known);
        return name
                + "_owner AS (\n  SELECT id, customer, occurred, lead(occurred) OVER (PARTITION BY id ORDER BY occurred, known, customer)"
                + " AS until\n  FROM " + ID + " WHERE change = 'new' AND " + cut + "\n),\n"
                + name + "_merge AS (\n  SELECT id, max_by(customer, (occurred, known, customer)) AS customer\n  FROM "
                + ID
                + " WHERE change IN ('merge', 'split') AND " + cut + " GROUP BY id\n),\n";
    }

    private String idJoins(String name, String alias) {
        if (!mapped()) {
            return "";
        }
        String owner = "coalesce(" + name + "_o.customer, " + alias + ".customer)";
        return "\n  LEFT JOIN " + name + "_owner " + name + "_o ON " + name + "_o.id = " + alias + ".customer AND "
                + alias
                + ".occurred >= " + name + "_o.occurred AND (" + name + "_o.until IS NULL OR " + alias + ".occurred < "
                + name + "_o.until)\n  LEFT JOIN " + name + "_merge " + name + "_m ON " + name + "_m.id = " + owner
                + "\n  LEFT JOIN " + name + "_merge " + name + "_m2 ON " + name + "_m2.id = " + name + "_m.customer";
    }
}
