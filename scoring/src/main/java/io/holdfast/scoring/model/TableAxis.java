package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One side of a table: an input and the position on this side of each of its bins. */
public final class TableAxis {
    private final int input;
    private final int[] cells;
    private final int size;

    /**
     * @param input position of the input, 0 or more
     * @param cells position of every bin of the input, each 0 or more
     */
    public TableAxis(int input, List<Integer> cells) {
        if (input < 0 || cells.isEmpty() || cells.stream().anyMatch(cell -> cell < 0 || cell >= cells.size())) {
            throw new IllegalArgumentException("axis over input " + input + " with cells " + cells
                    + " (expected: an input, and for every bin a cell below the number of bins)");
        }
        this.input = input;
        this.cells = cells.stream().mapToInt(Integer::intValue).toArray();
        this.size = Arrays.stream(this.cells).max().getAsInt() + 1;
    }

    /** An axis with one cell per bin. */
    public static TableAxis full(int input, Coding coding) {
        return new TableAxis(input, IntStream.range(0, coding.bins()).boxed().toList());
    }

    /** Position of the input it reads. */
    public int input() {
        return input;
    }

    /** Number of cells. */
    public int size() {
        return size;
    }

    /** Number of bins it maps. */
    public int bins() {
        return cells.length;
    }

    /** The cell of a bin. */
    public int cell(int bin) {
        return cells[bin];
    }
}
