package io.holdfast.serving.planning;

import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.posterior.PooledEffects;
import io.holdfast.serving.store.EffectData;
import io.holdfast.serving.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The effects that a store has measured, pooled with what a playbook expects. Computed anew when outcomes have come in or a day has passed. Thread-safe. */
public final class MeasuredEffects {
    private final Planning planning;
    private Optional<Known> known = Optional.empty();

    private record Known(String outcomes, LocalDate day, ActionEffects effects) {}

    /** Effects of the actions of a playbook. */
    public MeasuredEffects(Planning planning) {
        this.planning = planning;
    }

    /**
     * What is known of them.
     *
     * @param now what is said to have been reported later does not close a window
     */
    public synchronized ActionEffects of(Store store, Instant now) {
        String outcomes = store.outcomes().mark();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<Known> same = known.filter(
                last -> last.outcomes().equals(outcomes) && last.day().equals(day));
        if (same.isPresent()) {
            return same.get().effects();
        }
        EffectData data = store.effectData(now);
        EffectStudy study = new EffectStudy(data.units(), data.lastReport());
        ActionEffects effects = PooledEffects.forPlan(study, planning);
        known = Optional.of(new Known(outcomes, day, effects));
        return effects;
    }
}
