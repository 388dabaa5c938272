package io.holdfast.care.effect;

import io.holdfast.care.inference.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Units whose window is closed, and the values of those who have one. */
final class ClosedUnits {
    private final List<Observation> values = new ArrayList<>();
    private final List<Observation> answers = new ArrayList<>();
    private final Set<String> plans = new HashSet<>();
    private int assigned;
    private int shadow;
    private int assignedReported;
    private int shadowReported;

    static ClosedUnits of(List<DecidedUnit> closed, EffectMetric metric, int days) {
        ClosedUnits all = new ClosedUnits();
        closed.forEach(unit -> all.add(unit, metric.value(unit, days), metric.isReported(unit, days)));
        return all;
    }

    private void add(DecidedUnit unit, OptionalDouble value, boolean reported) {
        assigned += unit.side() == Side.ASSIGNED ? 1 : 0;
        shadow += unit.side() == Side.SHADOW ? 1 : 0;
        assignedReported += reported && unit.side() == Side.ASSIGNED ? 1 : 0;
        shadowReported += reported && unit.side() == Side.SHADOW ? 1 : 0;
        answers.add(observation(unit, value.isPresent() ? 1 : 0));
        if (value.isPresent()) {
            plans.add(unit.plan());
            values.add(observation(unit, value.getAsDouble()));
        }
    }

    private static Observation observation(DecidedUnit unit, double value) {
        return new Observation(unit.cluster(), unit.side() == Side.ASSIGNED, unit.probabilityOfSide(), value);
    }

    int assigned() {
        return assigned;
    }

    int shadow() {
        return shadow;
    }

    int assignedReported() {
        return assignedReported;
    }

    int shadowReported() {
        return shadowReported;
    }

    /** One for each unit with a value. */
    List<Observation> values() {
        return values;
    }

    /** One for each unit: 1 with a value, 0 without. */
    List<Observation> answers() {
        return answers;
    }

    /** How many plans those with a value come from. */
    int plans() {
        return plans.size();
    }
}
