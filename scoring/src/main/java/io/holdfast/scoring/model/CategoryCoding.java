package io.holdfast.scoring.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bins of a categorical column or flag: one per level that training saw often enough. */
public final class CategoryCoding implements Coding {
    private final List<String> levels;
    private final Map<String, Integer> bins;

    /** @param levels distinct levels; the level at position k has bin {@code FIRST + k} */
    public CategoryCoding(List<String> levels) {
        this.levels = List.copyOf(levels);
        this.bins = new HashMap<>(levels.size() * 2);
        for (String level : this.levels) {
            if (bins.put(level, FIRST + bins.size()) != null) {
                throw new IllegalArgumentException("level '" + level + "' stands twice (expected: distinct levels)");
            }
        }
    }

    /** The levels in bin order. */
    public List<String> levels() {
        return levels;
    }

    @Override
    public int bins() {
        return FIRST + levels.size();
    }

    /** The bin of a level; a level that training did not know is {@link #RARE}. */
    public int bin(String level) {
        Integer bin = bins.get(level);
        return bin == null ? RARE : bin;
    }
}
