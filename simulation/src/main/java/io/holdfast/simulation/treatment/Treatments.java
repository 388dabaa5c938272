package io.holdfast.simulation.treatment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who gets which care in a month, by number of the unit; at most one action for each. Immutable. */
public final class Treatments {
    private static final Treatments NONE = new Treatments(new TreeMap<>());

    private final SortedMap<Integer, CareAction> byUnit;

    private Treatments(SortedMap<Integer, CareAction> byUnit) {
        this.byUnit = byUnit;
    }

    /** Nobody gets any. */
    public static Treatments none() {
        return NONE;
    }

    /** These units get these actions. */
    public static Treatments of(Map<Integer, CareAction> byUnit) {
        return new Treatments(new TreeMap<>(byUnit));
    }

    /** What a unit gets. */
    public Optional<CareAction> of(int unit) {
        return Optional.ofNullable(byUnit.get(unit));
    }

    /** All of them, by number of the unit. */
    public SortedMap<Integer, CareAction> byUnit() {
        return Collections.unmodifiableSortedMap(byUnit);
    }
}
