package io.holdfast.training.inspection;

/**
 * How many rows a grouping holds together.
 *
 * @param groups of several rows
 * @param rows that stand in one of these
 * @param largest rows of the largest group
 */
public record GroupSizes(int groups, int rows, int largest) {
    /** Counts; group numbers are from 0 and below the number of rows. */
    public static GroupSizes of(int[] numbers) {
        int[] sizes = new int[numbers.length];
        for (int number : numbers) {
            sizes[number]++;
        }
        int groups = 0;
        int rows = 0;
        int largest = 0;
        for (int size : sizes) {
            groups += size > 1 ? 1 : 0;
            rows += size > 1 ? size : 0;
            largest = Math.max(largest, size);
        }
        return new GroupSizes(groups, rows, largest);
    }
}
