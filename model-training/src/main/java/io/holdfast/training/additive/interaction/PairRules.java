package io.holdfast.training.additive.interaction;

import java.util.Set;

/**
 * What the owner of a table says of pairs.
 *
 * @param forbidden pairs that no table may hold, nor any table over three columns
 * @param required pairs that get a table whatever it gains
 */
public record PairRules(Set<ColumnPair> forbidden, Set<ColumnPair> required) {
    /** Nothing is forbidden and nothing required. */
    public static final PairRules NONE = new PairRules(Set.of(), Set.of());

    /** Keeps copies. */
    public PairRules {
        forbidden = Set.copyOf(forbidden);
        required = Set.copyOf(required);
    }

    /** Whether the owner forbids that two columns act together. */
    public boolean forbids(int one, int other) {
        return forbidden.contains(ColumnPair.of(one, other));
    }

    boolean requires(int one, int other) {
        return required.contains(ColumnPair.of(one, other));
    }
}
