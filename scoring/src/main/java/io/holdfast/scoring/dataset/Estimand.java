package io.holdfast.scoring.dataset;

/** Which risk the label lets a model learn. */
public enum Estimand {
    /** The risk of leaving while the company cares as it usually does. */
    USUAL_CARE("usual-care"),
    /** The risk of leaving if nothing is done: the table holds only customers who got no care. */
    NO_CARE("no-care");

    private final String code;

    Estimand(String code) {
        this.code = code;
    }

    /** As files and replies write it. */
    public String code() {
        return code;
    }
}
