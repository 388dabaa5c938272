package io.holdfast.scoring.table;

/** What every row of a table must say in one column, where the table has that column at all. */
public interface RowMark {
    /** The name of the column. */
    String column();

    /**
     * Checks a cell of it.
     *
     * @param table how messages name the table
     * @param line of the row
     * @throws io.holdfast.scoring.fault.InputException if it says anything else
     */
    void require(String table, long line, String cell);
}
