package io.holdfast.scoring.model;

import org.jspecify.annotations.Nullable;

/**
 * The bins of the level objects that came last. A table's reader gives equal cells of a category as the same object, so a long
 * list finds nearly all its levels here, without hashing them. Not thread-safe.
 */
final class RecentLevels {
    private static final int KEPT = 4;

    private final CategoryCoding coding;
    private final @Nullable String[] levels = new String[KEPT];
    private final int[] bins = new int[KEPT];
    private int oldest;

    RecentLevels(CategoryCoding coding) {
        this.coding = coding;
    }

    @SuppressWarnings("ReferenceEquality") // only whether it is the very object; others are looked up
    int bin(String level) {
        for (int i = 0; i < KEPT; i++) {
            if (levels[i] == level) {
                return bins[i];
            }
        }
        int bin = coding.bin(level);
        levels[oldest] = level;
        bins[oldest] = bin;
        oldest = (oldest + 1) % KEPT;
        return bin;
    }
}
