package io.holdfast.scoring.table;

/** One row of a table: as many cells as its header has names. Immutable, so it may be handed to another thread. */
public final class TableRow {
    private final long number;
    private final long line;
    private final String[] cells;

    /** Takes the array over; nobody else may keep it. */
    TableRow(long number, long line, String[] cells) {
        this.number = number;
        this.line = line;
        this.cells = cells;
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
}
