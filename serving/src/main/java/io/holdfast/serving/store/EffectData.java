package io.holdfast.serving.store;

import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What effects are computed from.
 *
 * @param units every decision, the oldest first, with what became of its customer
 * @param lastReport when the last outcome of each kind was reported of anybody; without those that nobody reported
 */
public record EffectData(List<DecidedUnit> units, Map<OutcomeKind, Instant> lastReport) {
    /** Keeps copies. */
    public EffectData {
        units = List.copyOf(units);
        lastReport = Map.copyOf(lastReport);
    }
}
