package io.holdfast.simulation.treatment;

import io.holdfast.simulation.hazard.Cause;
import java.util.List;

/** What care truly does in a simulated world. */
@FunctionalInterface
public interface TrueEffects {
    /** Every action does what it says it does: some help, one does nothing, some harm. */
    TrueEffects USUAL = CareAction::remedies;

    /** No action does anything. */
    TrueEffects NONE = action -> List.of();

    /**
     * Every action does the same to every cause of leaving of one's own will, while it lasts.
     *
     * @param during factor on each, above 0, below 10
     */
    static TrueEffects equal(double during) {
        List<Remedy> all = Cause.voluntary().stream()
                .map(cause -> Remedy.of(cause, during))
                .toList();
        return action -> all;
    }

    /** What an action does, by cause; a cause that is not listed stays as it is. */
    List<Remedy> remedies(CareAction action);
}
