package io.holdfast.training.inspection;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each of a few texts occurs; of more than {@value #MOST} different ones the later are counted together. */
final class TokenCounts {
    private static final int MOST = 16;

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long total;

    void add(String text) {
        total++;
        if (counts.size() < MOST || counts.containsKey(text)) {
            counts.merge(text, 1L, Long::sum);
        }
    }

    long total() {
        return total;
    }

    /** By text, in the order of their characters. */
    SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }
}
