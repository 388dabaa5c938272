package io.holdfast.features.sql;

import io.holdfast.features.history.HistoryDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Common table expressions over the tables of a history, cut at a day: what occurred before it and was known before it, with ids as they were known
 * to belong together. The day begins at midnight and is itself not seen.
 *
 * <p>Tables: {@value #EVENT} (unit, customer, kind, occurred, known, measures as BIGINT, categories), {@value #ATTRIBUTE} (unit, customer, attribute,
 * value, occurred, known), {@value #ID} (id, customer, change, household, occurred, known), {@value #CARE} (unit, customer, occurred, arm, share).
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
     * The value of each attribute before a day, one row for each unit.
     *
     * @param name of the result
     * @param events name of events that were cut at the same day
     */
    public String attributes(String name, String events, LocalDate day) {
        String columns = history.attributeKinds().keySet().stream()
                .map(attribute -> ",\n    max_by(a.value, (a.occurred, a.known, a.value)) FILTER (WHERE a.attribute = "
                        + Sql.text(attribute) + ") AS " + Sql.name(attribute))
                .collect(Collectors.joining());
        return name + " AS (\n  SELECT " + unit(events, "a") + " AS unit" + columns + "\n  FROM "
                + ATTRIBUTE + " a" + idJoins(events, "a")
                + "\n  WHERE a.occurred < " + Sql.midnight(day) + " AND a.known < " + Sql.midnight(day)
                + "\n  GROUP BY 1\n)";
    }

    /**
     * What was decided on care from a day on and before another, one row for each unit: {@code assigned}, how often it was to get some, and {@code
     * held_with}, the least probability with which it was held out instead; none where it was not.
     *
     * @param name of the result
     * @param events name of events that were cut as known on the day up to which ids are known
     */
    public String care(String name, String events, LocalDate from, LocalDate before) {
        return name + " AS (\n  SELECT " + unit(events, "c")
                + " AS unit,\n    count(*) FILTER (WHERE c.arm = 'assigned') AS assigned,\n    min(c.share) FILTER (WHERE c.arm = 'shadow') AS held_with\n  FROM "
                + CARE + " c" + idJoins(events, "c") + "\n  WHERE c.occurred >= " + Sql.midnight(from)
                + " AND c.occurred < " + Sql.midnight(before) + "\n  GROUP BY 1\n)";
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
