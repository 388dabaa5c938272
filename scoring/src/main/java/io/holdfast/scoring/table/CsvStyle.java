package io.holdfast.scoring.table;

/**
 * What an output file is for.
 *
 * @param neutralise whether text that a spreadsheet would take for a formula gets an apostrophe before it
 * @param byteOrderMark whether the file begins with a byte order mark, by which some spreadsheets recognise UTF-8
 */
public record CsvStyle(boolean neutralise, boolean byteOrderMark) {
    private static final CsvStyle SPREADSHEET = new CsvStyle(true, false);
    private static final CsvStyle RAW = new CsvStyle(false, false);

    /** For people: formulas are neutralised. */
    public static CsvStyle spreadsheet() {
        return SPREADSHEET;
    }

    /** For programs: every cell exactly as it is. */
    public static CsvStyle raw() {
        return RAW;
    }

    /** The same with a byte order mark. */
    public CsvStyle withByteOrderMark() {
        return new CsvStyle(neutralise, true);
    }

    /** What a cell of a file for people said before it was neutralised; the cell itself where it was not. */
    public static String restored(String cell) {
        return cell.startsWith("'") && Formula.isLikely(cell.substring(1)) ? cell.substring(1) : cell;
    }
}
