package io.holdfast.scoring.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a table: as many cells as its header has names. Immutable, so it may be handed to another thread. */
public final class TableRow {
    private static final short[] UNNUMBERED = {};
    private static final ColumnTexts[] NO_TEXTS = {};

    private final long number;
    private final long line;
    private final @Nullable String[] cells;
    private final short[] numbers;
    private final ColumnTexts[] texts;

    /** Takes the array over; nobody else may keep it. */
    TableRow(long number, long line, String[] cells) {
        this(number, line, cells, UNNUMBERED, NO_TEXTS);
    }

    /**
     * Takes the arrays over; nobody else may keep them.
     *
     * @param cells their texts; anything where they have numbers
     * @param numbers the number of each cell's text, if it has one; none at all where texts are not numbered
     * @param texts where the numbered texts are
     */
    TableRow(long number, long line, @Nullable String[] cells, short[] numbers, ColumnTexts[] texts) {
        this.number = number;
        this.line = line;
        this.cells = cells;
        this.numbers = numbers;
        this.texts = texts;
    }

    /** Which row after the header, from 1. */
    public long number() {
        return number;
    }

    /** The line of the file it begins in, from 1; a row with line breaks inside its cells takes several. */
    public long line() {
        return line;
    }

    /** How many cells it has. */
    public int size() {
        return cells.length;
    }

    /**
     * The characters of a cell, without the quotes around them.
     *
     * @param column from 0
     */
    public String cell(int column) {
        int text = text(column);
        return text < 0 ? Objects.requireNonNull(cells[column]) : texts[column].text(text);
    }

    /**
     * A number that stands for the text of a cell: cells of one column, in rows of one {@link #numbering()}, with equal numbers have equal
     * texts, and those with equal texts mostly equal numbers.
     *
     * @return a small number from 0, given out one after the other, or -1 where the text has none
     */
    public int text(int column) {
        return numbers.length == 0 ? ColumnTexts.NONE : numbers[column];
    }

    /**
     * What {@link #text} says of several columns.
     *
     * @param columns from 0
     * @param into overwritten, one number for each of the columns
     */
    public void texts(int[] columns, int[] into) {
        short[] given = numbers;
        for (int i = 0; i < columns.length; i++) {
            into[i] = given.length == 0 ? ColumnTexts.NONE : given[columns[i]];
        }
    }

    /** Which numbering of texts {@link #text} follows: an object that only rows of one reader have in common. */
    public Object numbering() {
        return texts;
    }
}
