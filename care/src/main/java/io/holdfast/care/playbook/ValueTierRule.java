package io.holdfast.care.playbook;

/**
 * One step of the ladder that cuts customers into tiers by their value.
 *
 * @param tier what a customer of at least that value is, unless an earlier rule took them
 * @param atLeast in the unit of the value column; minus infinity for everybody left
 */
public record ValueTierRule(ValueTier tier, double atLeast) {}
