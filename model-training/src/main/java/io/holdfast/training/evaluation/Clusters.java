package io.holdfast.training.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Rows that depend on each other, such as those of one household or one customer. A bootstrap draws them whole, since rows drawn apart
 * would count the same evidence several times and make intervals too narrow.
 *
 * @param what they are, in the plural, as the evaluation is to call them
 * @param numbers one a row, from 0, equal where rows belong together
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record Clusters(String what, int[] numbers) {
    /** Every row for itself. */
    public static Clusters none(int rows) {
        int[] numbers = new int[rows];
        Arrays.setAll(numbers, row -> row);
        return new Clusters("rows", numbers);
    }

    /** The numbers of some rows, from 0 in the order of their first appearance. */
    Clusters only(int[] rows) {
        int[] known = new int[Arrays.stream(numbers).max().orElse(-1) + 1];
        int next = 0;
        int[] kept = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int number = numbers[rows[i]];
            if (known[number] == 0) {
                known[number] = ++next;
            }
            kept[i] = known[number] - 1;
        }
        return new Clusters(what, kept);
    }

    /** How many there are. */
    int count() {
        BitSet found = new BitSet();
        for (int number : numbers) {
            found.set(number);
        }
        return found.cardinality();
    }

    /** Whether some rows belong together. */
    boolean together() {
        return count() < numbers.length;
    }
}
