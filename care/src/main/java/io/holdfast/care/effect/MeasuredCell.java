package io.holdfast.care.effect;

import io.holdfast.care.inference.LogRatio;

/**
 * What was measured of one action on customers of one reason and tier.
 *
 * @param action its code
 * @param reason by its code; empty where unknown, and for all reasons together that have too few customers
 * @param tier by its code; empty where unknown, and for all tiers together that have too few customers
 * @param winBack whether it was to win back, so that the rate is that of returning; else that of leaving
 * @param days of the window, the same for all cells of an action
 * @param ratio of the rates, assigned over shadow-assigned
 */
public record MeasuredCell(String action, String reason, String tier, boolean winBack, int days, LogRatio ratio) {}
