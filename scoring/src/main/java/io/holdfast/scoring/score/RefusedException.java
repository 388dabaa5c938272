package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.LocalizedText;

/** Thrown while one customer's values are read; carries no stack trace, since it is a verdict and not a fault. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Refuses the customer for this reason. */
    public RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** Refuses the customer for this reason. */
    public RefusedException(String code, String field, LocalizedText text) {
        this(new Refusal(code, field, text));
    }

    /** The verdict. */
    public Refusal refusal() {
        return refusal;
    }
}
