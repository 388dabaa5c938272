package io.holdfast.features.definition;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** How one sees that somebody has left. */
public sealed interface Leaving {
    /**
     * A contract ends, and an event tells.
     *
     * @param leaves kinds of events that tell
     * @param joins kinds of events by which a unit comes, or comes back
     * @param typeOf the leave type of each category; empty where every leave is voluntary
     * @param positive the leave types that the model is to foresee; the others compete with them
     */
    record ByEvent(
            List<String> leaves, List<String> joins, SortedMap<String, String> typeOf, SortedSet<String> positive)
            implements Leaving {
        /** Keeps copies. */
        public ByEvent {
            leaves = List.copyOf(leaves);
            joins = List.copyOf(joins);
        }
    }

    /**
     * No contract: somebody who no longer buys has left. Who buys again has come back.
     *
     * @param purchases kinds of events that count as buying
     */
    record BySilence(List<String> purchases) implements Leaving {
        /** Keeps a copy. */
        public BySilence {
            purchases = List.copyOf(purchases);
        }
    }
}
