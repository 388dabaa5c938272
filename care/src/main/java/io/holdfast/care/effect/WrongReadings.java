package io.holdfast.care.effect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The two usual ones, about leaving, with the same window.
 *
 * @param days of the window
 * @param treatedAgainstEverybody customers assigned against all others with a decision: it compares the risky with the safe
 * @param reachedAgainstNotReached among the assigned: it compares those who pick up with those who have turned away
 */
public record WrongReadings(
        int days, Optional<WrongReading> treatedAgainstEverybody, Optional<WrongReading> reachedAgainstNotReached) {
    static WrongReadings of(List<DecidedUnit> units, int days) {
        return new WrongReadings(
                days,
                reading(units, days, unit -> unit.side() == Side.ASSIGNED, unit -> unit.side() != Side.ASSIGNED),
                reading(
                        units,
                        days,
                        unit -> unit.side() == Side.ASSIGNED && unit.reached(),
                        unit -> unit.side() == Side.ASSIGNED && !unit.reached()));
    }

    private static Optional<WrongReading> reading(
            List<DecidedUnit> units, int days, Predicate<DecidedUnit> first, Predicate<DecidedUnit> second) {
        double[] one = leaving(units, days, first);
        double[] other = leaving(units, days, second);
        return one[0] == 0 || other[0] == 0
                ? Optional.empty()
                : Optional.of(new WrongReading((int) one[0], one[1] / one[0], (int) other[0], other[1] / other[0]));
    }

    private static double[] leaving(List<DecidedUnit> units, int days, Predicate<DecidedUnit> side) {
        double[] counts = new double[2];
        for (DecidedUnit unit : units) {
            if (side.test(unit) && !unit.hadLeft()) {
                EffectMetric.LEAVE_RATE.value(unit, days).ifPresent(left -> {
                    counts[0]++;
                    counts[1] += left;
                });
            }
        }
        return counts;
    }
}
