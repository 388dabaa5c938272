package io.holdfast.features.baseline;

import io.holdfast.features.value.PurchaseHistories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What was known of the units of a history before a date, at risk or not, in columns. Filled once, then read. */
public final class UnitFacts {
    private final LocalDate asOf;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> buyers = new ArrayList<>();
    private final Map<String, Integer> buyerPlaces = new HashMap<>();

    /**
     * A unit.
     *
     * @param silent days since it was last active; empty where it never was
     * @param frequency days with a purchase after the first; -1 where it never bought
     * @param recency days from the first purchase to the last
     * @param age days from the first purchase to the as-of date
     * @param contract days until its contract ends, below 0 where it has ended; empty where nobody knows
     * @param revenue billed or bought in the last 365 days, in smallest parts of the currency
     */
    public record Row(OptionalInt silent, int frequency, int recency, int age, OptionalInt contract, long revenue) {
        /** Whether it has bought. */
        public boolean bought() {
            return frequency >= 0;
        }
    }

    /** @param asOf the date before which this was known */
    public UnitFacts(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Adds a unit. */
    public void add(String unit, Row row) {
        places.put(unit, rows.size());
        rows.add(row);
        if (row.bought()) {
            buyerPlaces.put(unit, buyers.size());
            buyers.add(row);
        }
    }

    /** The date before which this was known. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What was known of a unit. */
    public Row of(String unit) {
        Integer place = places.get(unit);
        if (place == null) {
            throw new IllegalArgumentException("unit: " + unit + " (expected: one that was known before " + asOf + ")");
        }
        return rows.get(place);
    }

    /** The purchases of all who ever bought, for models that need no outcome. */
    public PurchaseHistories purchases() {
        return PurchaseHistories.of(
                buyers.stream().mapToInt(Row::frequency).toArray(),
                buyers.stream().mapToInt(Row::recency).toArray(),
                buyers.stream().mapToInt(Row::age).toArray());
    }

    /** The place of a unit among {@link #purchases}; -1 where it never bought. */
    int buyer(String unit) {
        return buyerPlaces.getOrDefault(unit, -1);
    }
}
