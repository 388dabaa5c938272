package io.holdfast.simulation.treatment;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.hazard.Intensities;

/**
 * How care gets through to a unit in one month. Who is reached differs from who is not in the risk of leaving, so comparing the two shows no
 * effect of care.
 *
 * @param willingness factor on the channel's own chance of reaching anybody, 0 to 1
 * @param acceptance chance of accepting an offer once reached, 0 to 1
 */
public record Reach(double willingness, double acceptance) {
    /** Checks the ranges. */
    public Reach {
        if (!(willingness >= 0 && willingness <= 1) || !(acceptance >= 0 && acceptance <= 1)) {
            throw new IllegalArgumentException("reach: " + willingness + ", " + acceptance + " (expected: 0 to 1)");
        }
    }

    /** What becomes of an attempt. The same attempt at the same time ends the same way. */
    public CareGiven attempt(CareAction action, int month, Draws draws) {
        boolean reached = draws.chance(chance(action), Purpose.REACH, 0);
        boolean accepted = reached && (!action.isOffer() || draws.chance(acceptance, Purpose.ACCEPT, 0));
        return new CareGiven(action, month, reached, accepted);
    }

    /**
     * The probability of leaving within the month if this action, and no other care, were attempted as it begins.
     *
     * @param untreated the month's intensities without care
     */
    public double leaving(Intensities untreated, CareAction action, Response response) {
        double reached = chance(action);
        double accepted = action.isOffer() ? acceptance : 1;
        double taken = new CareGiven(action, 0, true, true)
                .applied(untreated, 0, response)
                .leaving();
        double refused = new CareGiven(action, 0, true, false)
                .applied(untreated, 0, response)
                .leaving();
        return (1 - reached) * untreated.leaving() + reached * (accepted * taken + (1 - accepted) * refused);
    }

    /**
     * The expected leaving over some months, this one included, if this action were attempted now, and without it; as though what pulls now would go on pulling.
     *
     * @param untreated the month's intensities without care
     * @return the probability with the action, and without
     */
    public double[] leaving(
            Intensities untreated, CareAction action, Response response, TrueEffects effects, int months) {
        double[] sums = new double[2];
        double never = months * untreated.total();
        for (int month = 0; month < months; month++) {
            sums[0] += new CareGiven(action, 0, true, true)
                    .applied(untreated, month, response, effects)
                    .total();
            sums[1] += new CareGiven(action, 0, true, !action.isOffer())
                    .applied(untreated, month, response, effects)
                    .total();
        }
        double reached = chance(action);
        double accepted = action.isOffer() ? acceptance : 1;
        double without = -StrictMath.expm1(-never);
        double with = (1 - reached) * without
                - reached * (accepted * StrictMath.expm1(-sums[0]) + (1 - accepted) * StrictMath.expm1(-sums[1]));
        return new double[] {with, without};
    }

    private double chance(CareAction action) {
        return willingness
                * switch (action.channel()) {
                    case "phone" -> 0.7;
                    case "in-person" -> 0.9;
                    case "message" -> 0.65;
                    default -> 0.5;
                };
    }
}
