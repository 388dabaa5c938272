package io.holdfast.care.plan;

/** A request that is filed: from then on no offer may be made. */
public enum FiledRequest {
    /** To take the number to another provider; nothing but service may follow. */
    PORT,
    /** To cancel. */
    CANCELLATION
}
