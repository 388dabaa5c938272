package io.holdfast.training.additive.interaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * The same, and some columns act with no other unless their owner requires it.
     *
     * @param alone numbers of those columns
     * @param columns how many there are
     */
    public PairRules withAlone(Collection<Integer> alone, int columns) {
        Set<ColumnPair> more = new HashSet<>(forbidden);
        for (int one : alone) {
            for (int other = 0; other < columns; other++) {
                if (one != other && !requires(one, other)) {
                    more.add(ColumnPair.of(one, other));
                }
            }
        }
        return new PairRules(more, required);
    }

    /** Numbers of the columns that are in a required pair. */
    public Set<Integer> requiredInputs() {
        return required.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean requires(int one, int other) {
        return required.contains(ColumnPair.of(one, other));
    }
}
