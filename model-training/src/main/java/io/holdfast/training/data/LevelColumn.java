package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import java.util.Arrays;
import java.util.List;

/** A feature of words, or of flags, whose levels are {@code false} and {@code true}. Immutable. */
public final class LevelColumn implements FeatureColumn {
    /** Code of a missing cell. */
    public static final int MISSING = -1;

    private final Column column;
    private final List<String> levels;
    private final int[] codes;

    LevelColumn(Column column, List<String> levels, int[] codes) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.codes = codes;
    }

    @Override
    public Column column() {
        return column;
    }

    /** The levels of the whole table in the order of their characters; a code is a position here. */
    public List<String> levels() {
        return levels;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean missing(int row) {
        return codes[row] == MISSING;
    }

    /** The code of that row; {@value #MISSING} when missing. */
    public int code(int row) {
        return codes[row];
    }

    /** A copy of all codes. */
    public int[] codes() {
        return codes.clone();
    }

    @Override
    public boolean varies(int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> codes[row] != codes[rows[0]]);
    }

    @Override
    public String text(int row) {
        return missing(row) ? "" : levels.get(codes[row]);
    }
}
