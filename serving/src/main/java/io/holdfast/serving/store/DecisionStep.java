package io.holdfast.serving.store;

import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;

/**
 * One step of a decided play.
 *
 * @param number from 1
 * @param channel by which way
 * @param team that does it; empty if none is named
 * @param dueAt when
 * @param expiresAt from when on it makes no sense
 * @param text what to do
 */
public record DecisionStep(
        int number, String channel, String team, Instant dueAt, Instant expiresAt, LocalizedText text) {}
