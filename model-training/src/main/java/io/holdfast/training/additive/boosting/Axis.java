package io.holdfast.training.additive.boosting;

import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.training.additive.binning.BinnedColumn;
import java.util.Arrays;

/** One side of a table: a column, and the place on this side of each of its cells. Immutable. */
public final class Axis {
    private final BinnedColumn column;
    private final int[] places;
    private final int size;

    /** @param places of every cell of the column, 0 or more */
    public Axis(BinnedColumn column, int[] places) {
        this.column = column;
        this.places = places.clone();
        this.size = Arrays.stream(places).max().orElseThrow() + 1;
    }

    /** A side with one place a cell. */
    static Axis full(BinnedColumn column) {
        int[] places = new int[column.size()];
        Arrays.setAll(places, cell -> cell);
        return new Axis(column, places);
    }

    /** The column it reads. */
    public BinnedColumn column() {
        return column;
    }

    /** Number of places. */
    public int size() {
        return size;
    }

    /** The place of a cell. */
    public int place(int cell) {
        return places[cell];
    }

    /** 1 where the score may only rise along the places, -1 where it may only fall, else 0. */
    int direction() {
        return column.direction() == Monotone.UP ? 1 : column.direction() == Monotone.DOWN ? -1 : 0;
    }
}
