package io.holdfast.scoring.model;

import org.jspecify.annotations.Nullable;

/**
 * The bins of the level objects that came last. A table's reader gives equal cells of a category as the same object, so a long
 * list finds nearly all its levels here by one comparison. Not thread-safe.
 */
final class RecentLevels {
    /** A power of two; more than most categories have, so that two levels seldom want one place. */
    private static final int PLACES = 16;

    private final CategoryCoding coding;
    private final @Nullable String[] levels = new String[PLACES];
    private final int[] bins = new int[PLACES];

    RecentLevels(CategoryCoding coding) {
        this.coding = coding;
    }

    @SuppressWarnings("ReferenceEquality") // only whether it is the very object; others are looked up
    int bin(String level) {
        int hash = level.hashCode();
        int place = (hash ^ (hash >>> 7) ^ (hash >>> 17)) & (PLACES - 1);
        if (levels[place] != level) {
            bins[place] = coding.bin(level);
            levels[place] = level;
        }
        return bins[place];
    }
}
