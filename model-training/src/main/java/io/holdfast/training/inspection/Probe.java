package io.holdfast.training.inspection;

/**
 * What was found around one sampled row, and what chance puts there.
 *
 * @param row the row
 * @param nearest its nearest row
 * @param copies how many near-copies it has by distance; 0 for none
 * @param reach how far away the last of them is
 * @param columnCopies how many it has by differing columns
 * @param differing in how many columns it differs from the nearest row by more than a hundredth of the ranks
 * @param chanceCopy whether a mixed row in its place has near-copies by distance
 * @param chanceColumnCopy whether it has some by differing columns
 * @param chanceOfGap how likely near-copies by distance are where rows are strewn evenly
 */
record Probe(
        int row,
        int nearest,
        int copies,
        int reach,
        int columnCopies,
        int differing,
        boolean chanceCopy,
        boolean chanceColumnCopy,
        double chanceOfGap) {

    /** How many rows the nearest one stands before or after it in the table. */
    int offset() {
        return Math.abs(nearest - row);
    }

    boolean hasCopy() {
        return copies > 0 || columnCopies > 0;
    }
}
