package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import java.util.List;

/**
 * What one column looks like.
 *
 * @param name in the header
 * @param role what it seems to be for; what the description says where there is one
 * @param kind what its cells seem to hold; what the description says where there is one
 * @param missing cells
 * @param distinct different values, missing not counted
 * @param summary its values in a few words: range and median of a number, commonest values otherwise
 * @param levels its values, the commonest first, at most {@value #MOST_LEVELS}; empty for a number
 * @param remarks what to know about it, in a few words each
 */
public record ColumnProfile(
        String name,
        ColumnRole role,
        ColumnKind kind,
        long missing,
        long distinct,
        String summary,
        List<Level> levels,
        List<String> remarks) {
    static final int MOST_LEVELS = 12;

    /** Keeps copies. */
    public ColumnProfile {
        levels = List.copyOf(levels);
        remarks = List.copyOf(remarks);
    }

    /**
     * One value of a column of words.
     *
     * @param text the cell
     * @param rows that have it
     */
    public record Level(String text, long rows) {}
}
