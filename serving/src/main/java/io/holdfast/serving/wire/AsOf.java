package io.holdfast.serving.wire;

/** The field of requests and replies that says as of which day a customer's values were known. */
final class AsOf {
    static final String FIELD = "asOf";

    private AsOf() {}
}
