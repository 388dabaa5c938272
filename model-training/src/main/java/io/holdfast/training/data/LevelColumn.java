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
    private final CodeList found;
    private final int[] codeOf;

    /**
     * A column as it was read.
     *
     * @param found a number for every row
     * @param codeOf the code that each of these numbers stands for
     */
    LevelColumn(Column column, List<String> levels, CodeList found, int[] codeOf) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.found = found;
        this.codeOf = codeOf;
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
        return found.size();
    }

    @Override
    public boolean missing(int row) {
        return code(row) == MISSING;
    }

    /** The code of that row; {@value #MISSING} when missing. */
    public int code(int row) {
        return codeOf[found.get(row)];
    }

    /** A copy of all codes. */
    public int[] codes() {
        int[] codes = new int[size()];
        Arrays.setAll(codes, this::code);
        return codes;
    }

    @Override
    public boolean varies(int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> code(row) != code(rows[0]));
    }

    @Override
    public String text(int row) {
        return missing(row) ? "" : levels.get(code(row));
    }
}
