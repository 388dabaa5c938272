package io.holdfast.care.effect;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to know.
 *
 * @param plan only this one's; all plans together where none is named
 * @param cuts of the exploration; none without
 */
public record EffectQuestion(Optional<String> plan, List<Cut> cuts) {
    /** Keeps a copy. */
    public EffectQuestion {
        cuts = List.copyOf(cuts);
    }

    boolean isAbout(DecidedUnit unit) {
        return plan.isEmpty() || plan.get().equals(unit.plan());
    }
}
