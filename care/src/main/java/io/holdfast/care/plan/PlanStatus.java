package io.holdfast.care.plan;

import java.util.Locale;

/** What is to be done with a decision of a plan. */
public enum PlanStatus {
    /** The play is to be carried out. */
    PLANNED,
    /** Nothing: the customer is held out, and the play is a shadow, kept to measure by. */
    WITHHELD,
    /** Nothing; the decision says why. */
    NONE;

    /** The name in files and replies. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
