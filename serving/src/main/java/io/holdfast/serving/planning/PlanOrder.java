package io.holdfast.serving.planning;

import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanSettings;
import java.util.List;
import java.util.Optional;

/**
 * A plan that somebody asks for.
 *
 * @param entries the customers or units, in order
 * @param budget what it may use
 * @param settings when and for what it is made
 * @param effects by which effects
 * @param part of which longer list it is for a part
 */
public record PlanOrder(
        List<PlanEntry> entries, Budget budget, PlanSettings settings, EffectSource effects, Optional<ListPart> part) {
    /** Keeps a copy. */
    public PlanOrder {
        entries = List.copyOf(entries);
    }
}
