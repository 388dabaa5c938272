package io.holdfast.care.decision;

import java.util.Locale;

/** Why a customer gets no care. */
public enum NoCareCause {
    /** Nobody said what care there is. */
    NO_PLAYBOOK,
    /** What is known of the customer is too old to act on. */
    STALE,
    /** The risk is not worth a contact. */
    BELOW_THRESHOLD,
    /** Nothing that raises the risk can be answered by care. */
    NO_ACTIONABLE_REASON,
    /** The playbook has no action for the leading reason and the customer's tier. */
    NO_ACTION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in files and replies. */
    public String code() {
        return code;
    }
}
