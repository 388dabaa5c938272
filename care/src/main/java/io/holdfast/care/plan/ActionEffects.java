package io.holdfast.care.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Effects that were measured, by action; where there is none, the playbook's expectation holds. Immutable.
 *
 * @param byAction by the action's code
 */
public record ActionEffects(Map<String, ActionEffect> byAction) {
    /** Keeps a copy. */
    public ActionEffects {
        byAction = Map.copyOf(byAction);
    }

    /** Nothing was measured yet. */
    public static ActionEffects none() {
        return new ActionEffects(Map.of());
    }

    /** What was measured of an action. */
    public Optional<ActionEffect> of(String action) {
        return Optional.ofNullable(byAction.get(action));
    }
}
