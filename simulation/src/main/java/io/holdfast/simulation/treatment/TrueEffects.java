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

    /**
     * Every action does the same to every cause of leaving of one's own will, while it lasts, and to everybody who is given it: whoever they are, they are reached,
     * accept and answer in full. So the factor is what assigning care does, and a share that is held out measures just that.
     *
     * @param during factor on each, above 0, below 10
     */
    static TrueEffects certain(double during) {
        TrueEffects equal = equal(during);
        return new TrueEffects() {
            @Override
            public List<Remedy> remedies(CareAction action) {
                return equal.remedies(action);
            }

            @Override
            public boolean isCertain() {
                return true;
            }
        };
    }

    /** What an action does, by cause; a cause that is not listed stays as it is. */
    List<Remedy> remedies(CareAction action);

    /** Whether every attempt gets through to whoever is there, and every customer answers alike, in full. */
    default boolean isCertain() {
        return false;
    }
}
