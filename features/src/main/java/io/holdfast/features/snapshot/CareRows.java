package io.holdfast.features.snapshot;

import io.holdfast.scoring.json.StrictJson;

/**
 * What the log of care did to the rows of a table to learn from, where the estimand is the risk without care.
 *
 * @param assigned rows left out because the unit was assigned care between the as-of date and the end of the outcome window
 * @param unlogged rows left out because the unit got care that the log does not know
 * @param weighted rows of units held out instead, which weigh the inverse of the probability of that
 * @param weightedLeavers how many different units of those left after one of their dates: on so few it rests how high the risk is where care goes
 * @param standFor how many rows those stand for besides themselves; about as many as are left out, where the log is whole
 */
public record CareRows(long assigned, long unlogged, long weighted, long weightedLeavers, double standFor) {
    /** The file's name in a bundle. */
    public static final String FILE = "care-rows.json";

    /** As a file. */
    public byte[] json() {
        return StrictJson.write(this);
    }
}
