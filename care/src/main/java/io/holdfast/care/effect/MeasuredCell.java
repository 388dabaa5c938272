package io.holdfast.care.effect;

import io.holdfast.care.inference.RatePair;
import java.util.Set;

/**
 * What was measured of one action on customers of one reason and tier.
 *
 * @param action its code
 * @param reason by its code; empty for the rest: those without a leading reason, and those of all reasons that have too few customers
 * @param tier by its code; empty where unknown, and for all tiers together that have too few customers
 * @param winBack whether it was to win back, so that the rate is that of returning; else that of leaving
 * @param days of the window, the same for all cells of a reason
 * @param rates of leaving or returning, assigned and shadow-assigned
 * @param together codes of the reasons that the rest is of; empty for a reason of its own
 * @param tiers codes of the tiers that are put together, an empty one where unknown; empty for a tier of its own, and where no tier is known
 */
public record MeasuredCell(
        String action,
        String reason,
        String tier,
        boolean winBack,
        int days,
        RatePair rates,
        Set<String> together,
        Set<String> tiers) {
    /** Keeps copies. */
    public MeasuredCell {
        together = Set.copyOf(together);
        tiers = Set.copyOf(tiers);
    }

    /** A cell of no tier in particular. */
    public MeasuredCell(
            String action,
            String reason,
            String tier,
            boolean winBack,
            int days,
            RatePair rates,
            Set<String> together) {
        this(action, reason, tier, winBack, days, rates, together, Set.of());
    }

    /** A cell of one reason, or of those without any. */
    public MeasuredCell(String action, String reason, String tier, boolean winBack, int days, RatePair rates) {
        this(action, reason, tier, winBack, days, rates, Set.of());
    }
}
