package io.holdfast.care.plan;

import io.holdfast.care.playbook.Condition;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.ValueTier;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cuts customers by value. */
record Tiers(Playbook playbook, Planning planning) {
    /** The customer's tier: the last one of the lost, unprofitable where a column shows it, else by value. */
    Optional<ValueTier> of(PlanCustomer customer) {
        if (customer.lastTier().isPresent()) {
            return customer.lastTier();
        }
        if (!planning.unprofitable().isEmpty() && Condition.all(planning.unprofitable(), customer::cell)) {
            return Optional.of(ValueTier.UNPROFITABLE);
        }
        OptionalDouble value = customer.tierValue();
        return value.isPresent() ? playbook.tiers().tier(value.getAsDouble()) : Optional.empty();
    }
}
