package io.holdfast.serving.store;

import io.holdfast.care.effect.DecidedUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What effects are computed from.
 *
 * @param units every decision, the oldest first, with what became of its customer
 * @param lastReport when the last outcome of anybody was reported; none if there are none
 */
public record EffectData(List<DecidedUnit> units, Optional<Instant> lastReport) {
    /** Keeps a copy. */
    public EffectData {
        units = List.copyOf(units);
    }
}
