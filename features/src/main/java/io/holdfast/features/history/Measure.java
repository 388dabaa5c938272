package io.holdfast.features.history;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.Optional;

/**
 * A quantity of events. It is kept as a whole number of its smallest part (cents), so that sums are exact in any order.
 *
 * @param name of the measure
 * @param scale decimal places, 0 to 6
 * @param unit e.g. yuan
 * @param listOf the measure of which this is the list price; empty for none
 * @param names what people call it; none where the name will do
 */
public record Measure(String name, int scale, Unit unit, Optional<String> listOf, LocalizedText names) {
    /** The most decimal places. */
    public static final int MOST_PLACES = 6;

    /** Checks the scale. */
    public Measure {
        if (scale < 0 || scale > MOST_PLACES) {
            throw new IllegalArgumentException("scale: " + scale + " (expected: 0 to " + MOST_PLACES + ")");
        }
    }

    /** How many smallest parts make one: 100 for two places. */
    public long parts() {
        long parts = 1;
        for (int place = 0; place < scale; place++) {
            parts *= 10;
        }
        return parts;
    }
}
