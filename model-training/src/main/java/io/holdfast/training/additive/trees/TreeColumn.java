package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Axis;
import io.holdfast.training.additive.interaction.CoarseAxes;
import java.util.Arrays;

/** A column as trees see it: rows at few places. A number has them in order, missing first; levels have no order of their own. */
final class TreeColumn {
    private final BinnedColumn column;
    private final byte[] placeOfCell;
    private final int size;

    /**
     * @param main the mean table of the column alone, by cell
     * @param most places
     */
    TreeColumn(BinnedColumn column, double[] main, int most) {
        this.column = column;
        this.placeOfCell = new byte[column.size()];
        if (column.ownOrder()) {
            for (int cell = 0; cell < placeOfCell.length; cell++) {
                placeOfCell[cell] = (byte) cell;
            }
            this.size = placeOfCell.length;
        } else {
            Axis axis = new CoarseAxes(column, main).axis(most);
            for (int cell = 0; cell < placeOfCell.length; cell++) {
                placeOfCell[cell] = (byte) axis.place(cell);
            }
            this.size = axis.size();
        }
    }

    BinnedColumn column() {
        return column;
    }

    int size() {
        return size;
    }

    /** Whether its places are sorted anew for every tree. */
    boolean unordered() {
        return !(column.coding() instanceof NumberCoding);
    }

    /** Whether missing values are at place 0, to go to either side of a cut. */
    boolean missingFirst() {
        return !unordered() && column.share(Coding.MISSING) > 0;
    }

    /** The cell of every row as a bag sees it, unsigned; to be read only. */
    byte[] cells(int bag) {
        return column.cells(bag);
    }

    /** The place of every cell, below 128; to be read only. A table of it stays in the processor's first cache, where places of all rows would be as much memory as the cells. */
    byte[] placeOfCell() {
        return placeOfCell;
    }

    /** The place of a bin of the column's coding. */
    int placeOfBin(int bag, int bin) {
        return placeOfCell[column.cellOfBin(bag, bin)];
    }

    /** All places, in order. */
    int[] inOrder() {
        int[] places = new int[size];
        Arrays.setAll(places, place -> place);
        return places;
    }
}
