package io.holdfast.training.inspection;

/**
 * How to inspect.
 *
 * @param label the column that is the label; empty to guess it
 * @param positive the cell that means the customer left; empty to guess it
 * @param seed of all samples
 * @param mostCells cells that are kept in memory, 8 bytes each or less: of a larger table the first rows are inspected, and the report
 *     says so
 */
public record InspectionSettings(String label, String positive, long seed, long mostCells) {
    private static final long FEWEST_CELLS = 10_000;

    /** Checks the parts. */
    public InspectionSettings {
        if (label.isEmpty() && !positive.isEmpty()) {
            throw new IllegalArgumentException(
                    "positive: '" + positive + "' without a label (expected: the label's column as well)");
        }
        if (mostCells < FEWEST_CELLS) {
            throw new IllegalArgumentException(
                    "mostCells: " + mostCells + " (expected: at least " + FEWEST_CELLS + ")");
        }
    }

    /** Guesses the label; seed 1; a million rows of forty columns. */
    public static InspectionSettings defaults() {
        return new InspectionSettings("", "", 1, 40_000_000);
    }

    /** The same with a label. */
    public InspectionSettings withLabel(String column, String positiveCell) {
        return new InspectionSettings(column, positiveCell, seed, mostCells);
    }

    /** The same with another seed. */
    public InspectionSettings withSeed(long other) {
        return new InspectionSettings(label, positive, other, mostCells);
    }

    /** The same with another limit on the cells kept. */
    public InspectionSettings withMostCells(long other) {
        return new InspectionSettings(label, positive, seed, other);
    }
}
