package io.holdfast.training.additive.binning;

import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.bagging.Bags;
import java.util.Arrays;

/**
 * One feature of the learning rows, one byte a row: its cell, which is the bin of its coding or, where a bag orders many
 * levels by what it learned of them, the level's place in that order. Immutable.
 */
public final class BinnedColumn {
    private static final int BYTE = 0xff;

    private final int input;
    private final String name;
    private final Coding coding;
    private final Monotone direction;
    private final Cells cells;
    private final double[] shares;

    BinnedColumn(int input, String name, Coding coding, Monotone direction, Cells cells, double[] shares) {
        this.input = input;
        this.name = name;
        this.coding = coding;
        this.direction = direction;
        this.cells = cells;
        this.shares = shares;
    }

    /** Position among the features of the table. */
    public int input() {
        return input;
    }

    /** Its name in the table. */
    public String name() {
        return name;
    }

    /** How values become bins. */
    public Coding coding() {
        return coding;
    }

    /** Which way the risk may move while the number grows. */
    public Monotone direction() {
        return direction;
    }

    /** Number of cells, at most 256; cells 0 and 1 are for missing and for rare or unseen values. */
    public int size() {
        return cells.size();
    }

    /** Whether cells from the first own one on have an order from the start: a number's have, a category's have not. */
    public boolean ordered() {
        return coding instanceof NumberCoding || ownOrder();
    }

    /** Whether every bag has an order of levels of its own, so that cells of different bags cannot be compared. */
    public boolean ownOrder() {
        return cells instanceof Cells.PerBag;
    }

    /** Whether its levels have a cell each, but so few rows that they might better be ordered by what other rows say of them. */
    boolean isOpen(BinningSettings settings) {
        if (!(coding instanceof CategoryCoding categories) || ownOrder()) {
            return false;
        }
        int levels = categories.levels().size();
        long known = 0;
        for (byte cell : cells.of(0)) {
            known += (cell & BYTE) >= Coding.FIRST ? 1 : 0;
        }
        return levels > settings.plainLevels() && known < (long) settings.rowsOfSureLevel() * levels;
    }

    /** The same, with its levels ordered anew in every bag; its cells are bins. */
    BinnedColumn ordered(Bags bags, double[] targets, double[] weights) {
        byte[] bytes = cells.of(0);
        int[] bins = new int[bytes.length];
        Arrays.setAll(bins, position -> bytes[position] & BYTE);
        return new BinnedColumn(
                input,
                name,
                coding,
                direction,
                new LevelOrder(bins, coding.bins(), bags, targets, weights).cells(),
                shares);
    }

    /** The cell of a row, as a bag sees it. */
    public int cell(int bag, int position) {
        return cells.of(bag)[position] & BYTE;
    }

    /** The cells of all rows, as a bag sees them; unsigned, to be read only. */
    @SuppressWarnings("MutableArrayReturned") // the engine's loops over rows read it; a copy would double the memory
    public byte[] cells(int bag) {
        return cells.of(bag);
    }

    /** The cell in which a bag puts a bin of the coding. */
    public int cellOfBin(int bag, int bin) {
        return cells.cellOfBin(bag, bin);
    }

    /** The share of the learning rows' weight in a bin of the coding. */
    public double share(int bin) {
        return shares[bin];
    }

    /** A copy of all shares, by bin of the coding. */
    public double[] shares() {
        return shares.clone();
    }

    /** Whether the learning rows hold more than one bin. */
    public boolean varies() {
        int held = 0;
        for (double share : shares) {
            held += share > 0 ? 1 : 0;
        }
        return held > 1;
    }
}
