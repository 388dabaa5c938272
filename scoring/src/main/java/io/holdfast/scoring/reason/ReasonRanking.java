package io.holdfast.scoring.reason;

import java.util.List;
import java.util.Optional;

/**
 * All groups worth naming, before a reply cuts them to length.
 *
 * @param raising groups that raise the risk, in the order in which they are shown
 * @param lowering groups that lower it, strongest first
 */
public record ReasonRanking(List<RankedReason> raising, List<RankedReason> lowering) {
    /** The reason that care should answer: the first actionable one that raises the risk. */
    public Optional<RankedReason> leadingActionable() {
        for (RankedReason reason : raising) {
            if (reason.actionable()) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
