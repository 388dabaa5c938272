package io.holdfast.care.posterior;

import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Care that gives something for a while may put leaving off until that ends. Windows that end before it see the gain and not the return: they may make an effect
 * look worse than the playbook expects, or stop it, and never prove it.
 */
final class LastingCare {
    private final Planning planning;
    private final Map<String, Play> lasting = new TreeMap<>();

    LastingCare(Planning planning) {
        this.planning = planning;
        planning.plays().stream()
                .filter(play -> planning.daysToSeeItsEnd(play) > 0)
                .forEach(play -> lasting.put(play.code(), play));
    }

    boolean isAny() {
        return !lasting.isEmpty();
    }

    /** The shortest window that shows all of an action. */
    int fromDays(String action) {
        return Optional.ofNullable(lasting.get(action))
                .map(play -> Math.max(planning.learnFromDays(), planning.daysToSeeItsEnd(play)))
                .orElse(planning.learnFromDays());
    }

    /**
     * Effects to plan by.
     *
     * @param all by all windows
     * @param beyond by those alone that reach beyond the end of what is given
     */
    ActionEffects charge(ActionEffects all, ActionEffects beyond) {
        Map<ActionEffects.Cell, ActionEffect> effects = new LinkedHashMap<>();
        all.byCell().forEach((cell, effect) -> {
            Optional<ActionEffect> seen = beyond.of(cell.action(), cell.reason(), cell.tier());
            boolean own = beyond.isMeasured(cell.action(), cell.reason(), cell.tier());
            effects.put(
                    cell,
                    Optional.ofNullable(lasting.get(cell.action()))
                            .map(play -> charged(play, effect, seen, own))
                            .orElse(effect));
        });
        return new ActionEffects(effects, all.together(), all.tiersTogether(), all.lotKept());
    }

    /** @param own whether what was seen beyond the end was seen on the same customers, and not on others who stand for them */
    private static ActionEffect charged(Play play, ActionEffect all, Optional<ActionEffect> beyond, boolean own) {
        if (isHarm(all)) {
            return all;
        }
        ActionEffect end = beyond.orElse(new ActionEffect(play.change(), play.deviation(), Evidence.UNPROVEN));
        if (isHarm(end)) {
            return end;
        }
        boolean worse = play.winBack() ? all.change() < end.change() : all.change() > end.change();
        ActionEffect believed = worse ? all : end;
        boolean quotesEnd = end.measured().isPresent() && (own || end.evidence() == Evidence.PROVEN);
        return new ActionEffect(
                believed.change(), believed.deviation(), end.evidence(), quotesEnd ? end.measured() : all.measured());
    }

    /** Also where the playbook has it assigned all the same. */
    private static boolean isHarm(ActionEffect effect) {
        return effect.measured().map(Measured::isHarm).orElse(false);
    }
}
