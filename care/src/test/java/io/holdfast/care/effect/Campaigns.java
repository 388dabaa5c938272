package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Campaigns of made-up customers, and what a study says of them. */
final class Campaigns {
    static final EffectQuestion ALL = new EffectQuestion(Optional.empty(), List.of());
    static final Instant MUCH_LATER = after(900);

    private Campaigns() {}

    /** A tenth is held out; of those treated a share leaves, of the others another one. */
    static List<DecidedUnit> campaign(int size, double treated, double untreated) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 10 == 0;
            int turn = i / 10 % 100;
            boolean leaves = turn < Math.round(100 * (held ? untreated : treated));
            DatedOutcome[] outcomes = leaves ? new DatedOutcome[] {left(30)} : new DatedOutcome[0];
            units.add(unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcomes));
        }
        return units;
    }

    static EffectReport answer(List<DecidedUnit> units, Instant lastReport) {
        return new EffectStudy(units, reported(lastReport)).answer(ALL);
    }

    static Optional<EffectEstimate> estimate(EffectReport report, EffectMetric metric, int days) {
        return report.estimates().stream()
                .filter(estimate -> estimate.metric() == metric && estimate.days() == days)
                .findFirst();
    }

    static EffectEstimate leaving(EffectReport report) {
        return estimate(report, EffectMetric.LEAVE_RATE, 90).orElseThrow();
    }
}
