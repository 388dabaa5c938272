package io.holdfast.simulation.history;

import io.holdfast.simulation.run.SimulationSettings;

/**
 * A history to write.
 *
 * @param settings what is simulated
 * @param months how many, 1 to 240
 * @param care share of the units at risk that get care by lot in a month, 0 to 1
 * @param clean whether the files are free of what real files have: duplicates, missing and misspelt ids, impossible dates
 */
public record HistoryRequest(SimulationSettings settings, int months, double care, boolean clean) {
    /** The most months. */
    public static final int MOST_MONTHS = 240;

    /** Checks the ranges. */
    public HistoryRequest {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months: " + months + " (expected: 1 to " + MOST_MONTHS + ")");
        }
        if (!(care >= 0 && care <= 1)) {
            throw new IllegalArgumentException("care: " + care + " (expected: 0 to 1)");
        }
    }
}
