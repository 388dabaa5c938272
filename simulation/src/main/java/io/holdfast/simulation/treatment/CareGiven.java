package io.holdfast.simulation.treatment;

import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;

/**
 * An action that was carried out.
 *
 * @param action which
 * @param month months from the start of the simulation
 * @param reached whether the customer was reached at all
 * @param accepted whether what was offered was accepted; true for what is no offer, false for who was not reached
 */
public record CareGiven(CareAction action, int month, boolean reached, boolean accepted) {
    /** Checks that nobody accepts unreached. */
    public CareGiven {
        if (accepted && !reached) {
            throw new IllegalArgumentException("accepted without being reached");
        }
    }

    /** Whether it still tells in a month. */
    public boolean tellsIn(int now) {
        return reached && now >= month && now < month + action.months() + action.monthsAfter();
    }

    /** Whether a concession is being given in a month. */
    public boolean concedesIn(int now) {
        return accepted && now >= month && now < month + action.months();
    }

    /** The intensities of a month with this action, given those without it, where every action does what is usual. */
    public Intensities applied(Intensities without, int now, Response response) {
        return applied(without, now, response, TrueEffects.USUAL);
    }

    /** The same, where actions do something else. */
    public Intensities applied(Intensities without, int now, Response response, TrueEffects effects) {
        if (!tellsIn(now)) {
            return without;
        }
        double[] with = new double[Cause.all().size()];
        for (Cause cause : Cause.all()) {
            with[cause.index()] = without.of(cause);
        }
        boolean during = now < month + action.months();
        for (Remedy remedy : effects.remedies(action)) {
            with[remedy.cause().index()] *= factor(during ? remedy.during() : remedy.after(), during, response);
        }
        return Intensities.of(with);
    }

    private double factor(double factor, boolean during, Response response) {
        // To postpone is an effect of the offer, so it comes to those who accepted; the harm of being contacted to all.
        boolean effective = accepted || (during && factor > 1);
        if (!effective) {
            return 1;
        }
        double exponent = factor < 1 || !during ? response.responsiveness() : response.wariness();
        return StrictMath.exp(StrictMath.log(factor) * exponent);
    }
}
