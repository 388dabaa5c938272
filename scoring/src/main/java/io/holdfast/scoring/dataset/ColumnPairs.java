package io.holdfast.scoring.dataset;

import java.util.List;

/**
 * What the description says of features that a model may, or must, look at together.
 *
 * @param forbidden pairs that no part of a model may combine
 * @param required pairs that a model combines whatever it gains
 */
public record ColumnPairs(List<Pair> forbidden, List<Pair> required) {
    /** Nothing is forbidden and nothing required. */
    public static final ColumnPairs FREE = new ColumnPairs(List.of(), List.of());

    /** Keeps copies. */
    public ColumnPairs {
        forbidden = List.copyOf(forbidden);
        required = List.copyOf(required);
    }

    /**
     * Two features.
     *
     * @param one a feature's name
     * @param other another feature's name
     */
    public record Pair(String one, String other) {
        /** Whether it names the same two. */
        public boolean same(Pair pair) {
            return equals(pair) || (one.equals(pair.other) && other.equals(pair.one));
        }
    }
}
