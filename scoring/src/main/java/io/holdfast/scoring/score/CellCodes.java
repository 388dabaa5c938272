package io.holdfast.scoring.score;

import io.holdfast.scoring.model.Coding;
import java.util.Arrays;

/**
 * What a model's codings make of the numbered texts of a table's cells: bins and numbers side by side in arrays, so that cells that came before
 * are coded without an object. What needs a look at the customer, as a warning does, is not kept. For one thread.
 */
final class CellCodes {
    /** Bin of a text that is not kept. */
    static final int UNKNOWN = -1;

    private static final int FEW = 8;

    /** By input and text. */
    private final int[][] bins;
    /** By input and, twice, by text: the very number and the one inside the training range; NaN where the value is no number. */
    private final double[][] numbers;

    CellCodes(int inputs) {
        bins = new int[inputs][FEW];
        numbers = new double[inputs][2 * FEW];
        for (int[] ofInput : bins) {
            Arrays.fill(ofInput, UNKNOWN);
        }
    }

    /**
     * Looks up the bins of a row.
     *
     * @param texts the number of the text of every input; negative where it has none
     * @param found overwritten with bins; {@link #UNKNOWN} where a text is not kept
     */
    void find(int[] texts, int[] found) {
        for (int input = 0; input < found.length; input++) {
            int[] known = bins[input];
            int text = texts[input];
            found[input] = text >= 0 && text < known.length ? known[text] : UNKNOWN;
        }
    }

    /** The number as it stands in the cell, of a text that is kept. */
    double number(int input, int text) {
        return numbers[input][2 * text];
    }

    /** The number inside the training range, of a text that is kept. */
    double clamped(int input, int text) {
        return numbers[input][2 * text + 1];
    }

    /** Keeps what a value became, if nothing more has to be asked about it when it comes again. */
    void keep(int input, int text, InputValue value, CodedValue coded) {
        if (text < 0 || coded.warning() != null || coded.bin() == Coding.RARE) {
            return;
        }
        int room = bins[input].length;
        if (text >= room) {
            bins[input] = Arrays.copyOf(bins[input], 2 * text);
            Arrays.fill(bins[input], room, 2 * text, UNKNOWN);
            numbers[input] = Arrays.copyOf(numbers[input], 4 * text);
        }
        bins[input][text] = coded.bin();
        numbers[input][2 * text] = value.number();
        numbers[input][2 * text + 1] = coded.number();
    }
}
