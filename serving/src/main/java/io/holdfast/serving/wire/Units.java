package io.holdfast.serving.wire;

import org.jspecify.annotations.Nullable;

/** The line, policy or account that something is about, as replies name it. */
final class Units {
    private Units() {}

    /** Null where it is about the customer with all they have. */
    static @Nullable String shown(String unit) {
        return unit.isEmpty() ? null : unit;
    }
}
