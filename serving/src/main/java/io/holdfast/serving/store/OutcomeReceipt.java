package io.holdfast.serving.store;

import java.util.List;
import java.util.Optional;

/**
 * What became of one reported outcome.
 *
 * @param written whether it changed anything; one that had been reported before does not
 * @param flags what is odd about it
 * @param refusal why it was not taken
 */
public record OutcomeReceipt(boolean written, List<OutcomeFlag> flags, Optional<WriteRefusedException> refusal) {
    /** Keeps a copy. */
    public OutcomeReceipt {
        flags = List.copyOf(flags);
    }
}
