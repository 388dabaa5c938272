package io.holdfast.serving.store;

import java.util.Optional;

/**
 * What became of one of many rows that were reported together.
 *
 * @param written whether it changed anything; a row that had been reported before does not
 * @param refusal why it was not taken
 */
public record RowOutcome(boolean written, Optional<WriteRefusedException> refusal) {
    static RowOutcome of(boolean written) {
        return new RowOutcome(written, Optional.empty());
    }

    static RowOutcome of(WriteRefusedException refusal) {
        return new RowOutcome(false, Optional.of(refusal));
    }
}
