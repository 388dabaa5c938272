package io.holdfast.care.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who or what ended it. */
public enum LeaveType {
    /** The customer wanted to. */
    VOLUNTARY,
    /** The company ended it, as for bills not paid. */
    INVOLUNTARY,
    /** Death, maturity, a move away. */
    NATURAL,
    /** Another line or plan of the same company. */
    INTERNAL,
    /** Less than before, but still there. */
    PARTIAL;

    /** As requests and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a code; empty when there is none. */
    public static Optional<LeaveType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(LeaveType::code).collect(Collectors.joining(", "));
    }

    /** Whether the customer is no longer there. */
    boolean isEnd() {
        return this == VOLUNTARY || this == INVOLUNTARY || this == NATURAL;
    }
}
