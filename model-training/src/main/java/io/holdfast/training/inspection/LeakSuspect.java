package io.holdfast.training.inspection;

/**
 * A column that may give the label away.
 *
 * @param column its name
 * @param sign what gave it away
 * @param evidence one sentence with column and figures
 */
public record LeakSuspect(String column, Sign sign, String evidence) {
    /** What makes a column suspect. */
    public enum Sign {
        /** The column alone, out of fold, ranks leavers above stayers nearly always. */
        SEPARATES,
        /** Whether the cell is missing tells leavers from stayers. */
        MISSINGNESS,
        /** One value of many rows goes with one label only. */
        ONE_CLASS_LEVEL,
        /** Every value goes with one label only, or every label with one value only. */
        FUNCTION,
        /** It tells rows apart and yet predicts. */
        IDENTIFIER
    }
}
