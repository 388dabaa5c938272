package io.holdfast.serving.http;

import io.holdfast.serving.keys.Scope;

/** Who may call a route. */
sealed interface Access {
    /** Everybody. */
    record Everybody() implements Access {}

    /**
     * Where keys are required, only whoever shows one with this scope.
     *
     * @param scope what the key must allow
     */
    record Holders(Scope scope) implements Access {}
}
