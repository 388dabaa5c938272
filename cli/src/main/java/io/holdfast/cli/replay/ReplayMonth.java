package io.holdfast.cli.replay;

/**
 * A month under a policy.
 *
 * @param month from 1
 * @param margin net of contacts and concessions
 * @param treated customers whose care was carried out
 * @param spent on contacts and concessions
 * @param left of their own will
 */
public record ReplayMonth(int month, double margin, int treated, double spent, int left) {}
