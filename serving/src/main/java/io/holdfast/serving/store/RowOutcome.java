package io.holdfast.serving.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one of many rows that were reported together.
 *
 * @param written whether it changed anything; a row that had been reported before does not
 * @param flags what is odd about it; only an outcome has any
 * @param refusal why it was not taken
 */
public record RowOutcome(boolean written, List<OutcomeFlag> flags, Optional<WriteRefusedException> refusal) {
    /** Keeps a copy. */
    public RowOutcome {
        flags = List.copyOf(flags);
    }

    /** The same with one thing more that is odd about it; of a row that was not taken, the same. */
    public RowOutcome with(OutcomeFlag flag) {
        return refusal.isPresent()
                ? this
                : new RowOutcome(
                        written, Stream.concat(flags.stream(), Stream.of(flag)).toList(), refusal);
    }

    static RowOutcome of(boolean written) {
        return of(written, List.of());
    }

    static RowOutcome of(boolean written, List<OutcomeFlag> flags) {
        return new RowOutcome(written, flags, Optional.empty());
    }

    static RowOutcome of(WriteRefusedException refusal) {
        return new RowOutcome(false, List.of(), Optional.of(refusal));
    }
}
