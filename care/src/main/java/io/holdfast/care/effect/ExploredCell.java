package io.holdfast.care.effect;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An effect on a part of the customers, found by looking around.
 *
 * @param names what parts them, in the order of the cuts asked for; empty where it is unknown
 * @param estimate as for all, but no verdict of its own
 * @param falseDiscovery the smallest share of false findings at which this is one; none with too few customers
 * @param finding whether that is at most 5 %: worth a plan of its own, not yet a claim
 */
public record ExploredCell(
        List<String> names, EffectEstimate estimate, OptionalDouble falseDiscovery, boolean finding) {
    /** Keeps a copy. */
    public ExploredCell {
        names = List.copyOf(names);
    }
}
