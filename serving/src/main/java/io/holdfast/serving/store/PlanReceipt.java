package io.holdfast.serving.store;

import java.util.Set;

/**
 * What became of a plan.
 *
 * @param planId names it
 * @param repeated whether it had been kept before, so that nothing was written now
 * @param decisions how many of its decisions are open now, or were when it was first kept
 * @param workItems how many items came onto the work list
 * @param left ids of those of its decisions that are not written, since an earlier one stands
 */
public record PlanReceipt(String planId, boolean repeated, int decisions, int workItems, Set<String> left) {
    /** Keeps a copy. */
    public PlanReceipt {
        left = Set.copyOf(left);
    }
}
