package io.holdfast.care.plan;

import java.util.Locale;

/** What makes a customer one who is always served and never held out. */
public enum ServiceCase {
    /** A complaint is open. */
    COMPLAINT,
    /** The customer called to cancel; nothing is filed yet. */
    CANCELLATION_CALL,
    /** The customer is vulnerable: gets help, never an offer. */
    VULNERABLE;

    /** The event a play names to be triggered by it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
