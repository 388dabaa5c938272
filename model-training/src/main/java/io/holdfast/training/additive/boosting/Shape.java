package io.holdfast.training.additive.boosting;

import io.holdfast.training.additive.binning.BinnedColumn;
import java.util.List;

/** The sides of a table over one to three columns; its cells are counted row-major, the last side varying fastest. Immutable. */
public final class Shape {
    private static final int BYTE = 0xff;

    private final List<Axis> axes;
    private final int[][] offsets;
    private final int cells;

    /** @param axes one to three, over different columns */
    public Shape(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.offsets = new int[axes.size()][];
        int stride = 1;
        for (int a = axes.size() - 1; a >= 0; a--) {
            Axis axis = axes.get(a);
            offsets[a] = new int[axis.column().size()];
            for (int cell = 0; cell < offsets[a].length; cell++) {
                offsets[a][cell] = axis.place(cell) * stride;
            }
            stride *= axis.size();
        }
        this.cells = stride;
    }

    /** A table over one column, one cell a cell of the column. */
    public static Shape main(BinnedColumn column) {
        return new Shape(List.of(Axis.full(column)));
    }

    /** The sides in order. */
    public List<Axis> axes() {
        return axes;
    }

    /** Number of cells. */
    public int cells() {
        return cells;
    }

    /** Whether it reads a column. */
    public boolean reads(BinnedColumn column) {
        return axes.stream().anyMatch(axis -> axis.column() == column);
    }

    /** Writes the cells of {@code count} rows from {@code from} on, as a bag sees them. */
    public void read(int bag, int from, int count, int[] into) {
        byte[] first = axes.get(0).column().cells(bag);
        int[] firstOffsets = offsets[0];
        for (int i = 0; i < count; i++) {
            into[i] = firstOffsets[first[from + i] & BYTE];
        }
        for (int a = 1; a < offsets.length; a++) {
            byte[] next = axes.get(a).column().cells(bag);
            int[] nextOffsets = offsets[a];
            for (int i = 0; i < count; i++) {
                into[i] += nextOffsets[next[from + i] & BYTE];
            }
        }
    }
}
