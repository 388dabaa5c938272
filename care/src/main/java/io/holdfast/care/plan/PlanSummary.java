package io.holdfast.care.plan;

import java.util.List;

/**
 * Money, capacity and gain of a plan.
 *
 * @param planned customers whose play is carried out
 * @param withheld customers whose play is a shadow
 * @param none customers without care
 * @param gain expected net margin of what is carried out, with an interval that lets one action's effect be wrong for all its customers at once
 * @param cost expected spending on what is carried out
 * @param total expected net margin of plays and shadows together, which was maximised
 * @param bound no plan within these limits can have a larger total (Lagrangian bound)
 * @param limits the use of every limit
 * @param price what it costs to learn which care works
 * @param stopped what is not assigned any more, since it does harm; by action, reason and tier
 */
public record PlanSummary(
        int planned,
        int withheld,
        int none,
        GainEstimate gain,
        double cost,
        double total,
        double bound,
        List<LimitUse> limits,
        PriceOfKnowing price,
        List<StoppedUse> stopped) {
    /** Keeps copies. */
    public PlanSummary {
        limits = List.copyOf(limits);
        stopped = List.copyOf(stopped);
    }

    /** How far the total may lie below the best possible, as a share of the bound; 0 for the optimum. */
    public double gap() {
        return bound > 0 ? Math.max(0, bound - total) / bound : 0;
    }
}
