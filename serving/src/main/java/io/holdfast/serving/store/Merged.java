package io.holdfast.serving.store;

/**
 * What became of a merge.
 *
 * @param customerId the id that stays; another than the one asked for where that had been merged into it before
 * @param changed whether they were two customers until then
 */
public record Merged(String customerId, boolean changed) {}
