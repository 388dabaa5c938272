package io.holdfast.care.plan;

import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.ValueTier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A play's effect on each customer: measured, or as the playbook expects. Immutable. */
final class PlayEffects {
    private final String action;
    private final ActionEffects effects;
    private final ActionEffect others;
    private final Map<String, Map<String, ActionEffect>> byReason = new HashMap<>();
    private final Function<PlanCustomer, Optional<ValueTier>> tiers;

    PlayEffects(Play play, ActionEffects effects, Function<PlanCustomer, Optional<ValueTier>> tiers) {
        this.action = play.code();
        this.effects = effects;
        this.tiers = tiers;
        this.others = effects.of(play.code(), "", "")
                .orElse(new ActionEffect(play.change(), play.deviation(), Evidence.UNPROVEN));
        effects.of(play.code()).forEach(each -> {
            byReason.computeIfAbsent(each.getKey().reason(), reason -> new HashMap<>())
                    .put(each.getKey().tier(), each.getValue());
        });
    }

    /** By the leading reason that care can answer, and the tier; of a reason that was never measured, as the action does in the mean. */
    ActionEffect of(PlanCustomer customer) {
        if (byReason.isEmpty()) {
            return others;
        }
        String leading =
                customer.reasons().isEmpty() ? "" : customer.reasons().get(0).code();
        String reason = effects.name(action, leading);
        Map<String, ActionEffect> byTier = byReason.getOrDefault(reason, Map.of());
        String tier = tiers.apply(customer).map(ValueTier::code).orElse("");
        return byTier.getOrDefault(effects.tierName(action, reason, tier), byTier.getOrDefault("", others));
    }
}
