package io.holdfast.serving.store;

import java.util.Locale;

/** What is odd about an outcome that was taken all the same. */
public enum OutcomeFlag {
    /** It happened before the decision that it is about; told as a day, before the day of that decision. */
    EARLY,
    /** It was reported later than windows wait for reports. */
    LATE,
    /** It has not happened yet, and counts from then on; told as a day, that day has begun nowhere. */
    FUTURE,
    /** Nobody of this id has been in a plan, a contact or a consent. */
    UNKNOWN_CUSTOMER,
    /** The score that it is about is not kept here; only those behind decisions are. */
    UNKNOWN_PREDICTION,
    /** The outcome that it corrects has not come in yet. */
    UNKNOWN_CORRECTED,
    /** The reason is none that whoever replies knows: the product's, or those of the model that is served. Not kept, as another model may know it. */
    UNKNOWN_REASON;

    /** As replies and exports write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
