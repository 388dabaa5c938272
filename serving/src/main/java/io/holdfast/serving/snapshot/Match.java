package io.holdfast.serving.snapshot;

import java.util.List;

/** Whom an id means in a snapshot. */
public sealed interface Match {
    /** Nobody has it. */
    Match NOBODY = new Nobody();

    /** One customer's unit has it, and another customer. */
    Match AMBIGUOUS = new Ambiguous();

    /** Whoever has it objects to being profiled. */
    Match OBJECTED = new Objected();

    /** Whoever has it had already left. */
    Match LEFT = new Left();

    /**
     * What was found.
     *
     * @param rows at least one: a customer's units, in the order of the file
     */
    record Found(List<SnapshotRow> rows) implements Match {}

    /** Nobody has it. */
    record Nobody() implements Match {}

    /** One customer's unit has it, and another customer. */
    record Ambiguous() implements Match {}

    /** Whoever has it objects to being profiled; not even the values are held. */
    record Objected() implements Match {}

    /** Whoever has it had already left, with all units; there are no values. */
    record Left() implements Match {}
}
