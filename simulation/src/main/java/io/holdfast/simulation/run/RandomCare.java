package io.holdfast.simulation.run;

import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import java.util.Map;
import java.util.TreeMap;

/**
 * Care by lot: each month, every unit at risk gets an action with the same probability, and every action is as likely as any other. From such
 * a history effects can be read without knowing more.
 *
 * @param share probability of any care in a month, 0 to 1
 * @param seed of the lot; the same units win whatever else happens
 */
public record RandomCare(double share, long seed) implements CarePolicy {
    /** Checks the range. */
    public RandomCare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " (expected: 0 to 1)");
        }
    }

    @Override
    public Treatments decide(Simulation simulation) {
        Map<Integer, CareAction> chosen = new TreeMap<>();
        Draws month = Draws.of(seed)
                .at(simulation.next().getYear() * 12L + simulation.next().getMonthValue());
        for (Unit unit : simulation.atRisk()) {
            Draws lot = month.at(unit.number());
            if (lot.chance(share, Purpose.POLICY, 0)) {
                int action = lot.below(CareAction.all().size(), Purpose.POLICY, 1);
                chosen.put(unit.number(), CareAction.all().get(action));
            }
        }
        return Treatments.of(chosen);
    }

    /** The probability of one particular action in a month. */
    public double perAction() {
        return share / CareAction.all().size();
    }
}
