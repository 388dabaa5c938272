package io.holdfast.training.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that depend on each other, such as those of one household or one customer. A bootstrap draws them whole, since rows drawn apart
 * would count the same evidence several times and make intervals too narrow.
 *
 * @param what they are, in the plural, as the evaluation is to call them
 * @param numbers one a row, equal where rows belong together
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
        Map<Integer, Integer> known = new HashMap<>();
        int[] kept = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            kept[i] = known.computeIfAbsent(numbers[rows[i]], number -> known.size());
        }
        return new Clusters(what, kept);
    }

    /** How many there are. */
    int count() {
        return (int) Arrays.stream(numbers).distinct().count();
    }

    /** Whether some rows belong together. */
    boolean together() {
        return count() < numbers.length;
    }
}
