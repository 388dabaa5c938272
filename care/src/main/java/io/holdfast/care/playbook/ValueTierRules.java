package io.holdfast.care.playbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ladder that cuts customers into tiers by their value; the first rule from the top that a value reaches decides.
 *
 * @param rules tiers and values falling from rule to rule, the last one for everybody left; empty: all tiers are unknown
 */
public record ValueTierRules(List<ValueTierRule> rules) {
    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if the rules do not fall, or the last one leaves somebody out
     */
    public ValueTierRules {
        rules = List.copyOf(rules);
        for (int i = 1; i < rules.size(); i++) {
            ValueTierRule above = rules.get(i - 1);
            ValueTierRule rule = rules.get(i);
            if (rule.tier().compareTo(above.tier()) <= 0 || !(rule.atLeast() < above.atLeast())) {
                throw new IllegalArgumentException(
                        "rules: " + rule + " after " + above + " (expected: a lower tier at a lower value)");
            }
        }
        if (!rules.isEmpty() && rules.get(rules.size() - 1).atLeast() != Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("rules: none for everybody left (expected: the last one)");
        }
    }

    /** No tiers: everybody's is unknown. */
    public static ValueTierRules none() {
        return new ValueTierRules(List.of());
    }

    /** Whether there are no tiers. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The tier of a value, in the unit of the value column; none without rules. */
    public Optional<ValueTier> tier(double value) {
        for (ValueTierRule rule : rules) {
            if (value >= rule.atLeast()) {
                return Optional.of(rule.tier());
            }
        }
        return Optional.empty();
    }

    /** The tiers a customer can have, the most worth first. */
    public Set<ValueTier> tiers() {
        Set<ValueTier> tiers = EnumSet.noneOf(ValueTier.class);
        rules.forEach(rule -> tiers.add(rule.tier()));
        return tiers;
    }
}
