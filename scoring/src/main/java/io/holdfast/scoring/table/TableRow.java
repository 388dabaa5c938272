package io.holdfast.scoring.table;

/** One row of a table: as many cells as its header has names. Immutable, so it may be handed to another thread. */
public final class TableRow {
    private final long number;
    private final long line;
    private final String[] cells;
    private final short[] texts;

    /** Takes the array over; nobody else may keep it. */
    TableRow(long number, long line, String[] cells) {
        this(number, line, cells, new short[0]);
    }

    /**
     * Takes the arrays over; nobody else may keep them.
     *
     * @param texts the number of each cell's text; none at all where texts are not numbered
     */
    TableRow(long number, long line, String[] cells, short[] texts) {
        this.number = number;
        this.line = line;
        this.cells = cells;
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
        return cells[column];
    }

    /**
     * A number that stands for the text of a cell: cells of one column, in rows of one reader, with equal numbers have equal texts, and those
     * with equal texts mostly equal numbers.
     *
     * @return a small number from 0, given out one after the other, or -1 where the text has none
     */
    public int text(int column) {
        return texts.length == 0 ? ColumnTexts.NONE : texts[column];
    }
}
