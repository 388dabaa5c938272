package io.holdfast.serving.store;

import java.util.List;

/**
 * What became of a plan.
 *
 * @param planId names it
 * @param repeated whether it had been kept before, so that nothing was written now
 * @param decisions how many of its decisions are open now, or were when it was first kept
 * @param workItems how many items came onto the work list
 * @param kept ids of customers who have an open decision of an earlier plan, which stands
 */
public record PlanReceipt(String planId, boolean repeated, int decisions, int workItems, List<String> kept) {
    /** Keeps a copy. */
    public PlanReceipt {
        kept = List.copyOf(kept);
    }
}
