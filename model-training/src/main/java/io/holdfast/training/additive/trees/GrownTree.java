package io.holdfast.training.additive.trees;

import java.util.List;

/**
 * A tree that asks the same of every row: is this column's place on the right? The answers, first question first, are the bits of the leaf.
 *
 * @param questions at most six
 * @param values of the leaves, a step of the score
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GrownTree(List<Question> questions, double[] values) {
    private static final int BYTE = 0xff;

    /**
     * One question.
     *
     * @param right by place
     * @param rightOfCell the same by cell, since every row is asked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Question(TreeColumn column, boolean[] right, boolean[] rightOfCell) {
        Question(TreeColumn column, boolean[] right) {
            this(column, right, ofCell(column.placeOfCell(), right));
        }

        private static boolean[] ofCell(byte[] places, boolean[] right) {
            boolean[] ofCell = new boolean[places.length];
            for (int cell = 0; cell < ofCell.length; cell++) {
                ofCell[cell] = right[places[cell]];
            }
            return ofCell;
        }
    }

    /** Writes the leaves of {@code count} rows from {@code from} on, as a bag sees them. */
    void read(int bag, int from, int count, int[] leaves) {
        for (int i = 0; i < count; i++) {
            leaves[i] = 0;
        }
        for (Question question : questions) {
            byte[] cells = question.column().cells(bag);
            boolean[] right = question.rightOfCell();
            for (int i = 0; i < count; i++) {
                leaves[i] = leaves[i] << 1 | (right[cells[from + i] & BYTE] ? 1 : 0);
            }
        }
    }
}
