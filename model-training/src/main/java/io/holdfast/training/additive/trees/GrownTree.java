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
    /** @param right by place */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Question(TreeColumn column, boolean[] right) {}

    /** Writes the leaves of {@code count} rows from {@code from} on, as a bag sees them. */
    void read(int bag, int from, int count, int[] leaves) {
        for (int i = 0; i < count; i++) {
            leaves[i] = 0;
        }
        for (Question question : questions) {
            byte[] places = question.column().places(bag);
            boolean[] right = question.right();
            for (int i = 0; i < count; i++) {
                leaves[i] = leaves[i] << 1 | (right[places[from + i]] ? 1 : 0);
            }
        }
    }
}
