package io.holdfast.serving.work;

import java.time.Instant;

/**
 * The latest of the attempts at a work item.
 *
 * @param agent who tried
 * @param note in the agent's words, may be empty
 * @param at when that was
 */
public record LastAttempt(String agent, String note, Instant at) {}
