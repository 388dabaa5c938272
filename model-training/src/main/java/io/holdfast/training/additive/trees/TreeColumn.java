package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Axis;
import io.holdfast.training.additive.interaction.CoarseAxes;
import java.util.Arrays;

/** A column as trees see it: rows at few places. A number has them in order, missing first; levels have no order of their own. */
final class TreeColumn {
    private static final int BYTE = 0xff;

    private final BinnedColumn column;
    private final byte[] placeOfCell;
    private final int size;
    private final byte[] shared;

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
            this.shared = new byte[0];
        } else {
            Axis axis = new CoarseAxes(column, main).axis(most);
            for (int cell = 0; cell < placeOfCell.length; cell++) {
                placeOfCell[cell] = (byte) axis.place(cell);
            }
            this.size = axis.size();
            byte[] cells = column.cells(0);
            this.shared = new byte[cells.length];
            for (int row = 0; row < cells.length; row++) {
                shared[row] = placeOfCell[cells[row] & BYTE];
            }
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

    /** The place of every row as a bag sees it, below 128; to be read only. */
    byte[] places(int bag) {
        return column.ownOrder() ? column.cells(bag) : shared;
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
