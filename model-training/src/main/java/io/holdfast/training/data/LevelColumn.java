package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    private LevelColumn(Column column, List<String> levels, CodeList found, int[] codeOf) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.found = found;
        this.codeOf = codeOf;
    }

    /**
     * A feature that comes from no file.
     *
     * @param column of kind category or flag
     * @param levels different from each other, in any order, each of which occurs
     * @param codes per row, positions in {@code levels}, {@value #MISSING} where missing
     */
    public static LevelColumn of(Column column, List<String> levels, int[] codes) {
        CodeList found = new CodeList();
        for (int code : codes) {
            found.add(code + 1);
        }
        return inOrder(column, levels, found);
    }

    /**
     * Puts levels in the order of their characters, so that codes do not depend on the order of the rows.
     *
     * @param found per row, the position of its level, plus 1; 0 where missing
     */
    static LevelColumn inOrder(Column column, List<String> levels, CodeList found) {
        List<Integer> order = IntStream.range(0, levels.size())
                .boxed()
                .sorted(Comparator.comparing(levels::get))
                .toList();
        int[] codeOf = new int[order.size() + 1];
        codeOf[0] = MISSING;
        for (int rank = 0; rank < order.size(); rank++) {
            codeOf[order.get(rank) + 1] = rank;
        }
        return new LevelColumn(column, order.stream().map(levels::get).toList(), found, codeOf);
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
