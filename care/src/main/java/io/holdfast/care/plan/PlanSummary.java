package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.LocalizedText;
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
 * @param lotKept whether what was measured is believed: else the lot was not kept, and of all that was measured only harm counts
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
        List<StoppedUse> stopped,
        boolean lotKept) {
    /** Keeps copies. */
    public PlanSummary {
        limits = List.copyOf(limits);
        stopped = List.copyOf(stopped);
    }

    /** What is said where what was measured is not believed. */
    public static LocalizedText notBelieved() {
        return LocalizedText.of(
                "What was measured is not believed, since the lot was not kept: the plan goes by the playbook, and what was"
                        + " measured to do harm stays stopped.",
                "分组与抽签不符，测量结果不予采信：本计划按方案的预期制定，测得有害的做法仍停止执行。");
    }

    /** How far the total may lie below the best possible, as a share of the bound; 0 for the optimum. */
    public double gap() {
        return bound > 0 ? Math.max(0, bound - total) / bound : 0;
    }
}
