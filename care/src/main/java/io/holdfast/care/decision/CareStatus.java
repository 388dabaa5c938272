package io.holdfast.care.decision;

import java.util.Locale;

/** What is to be done. */
public enum CareStatus {
    /** The action is to be carried out. */
    RECOMMENDED,
    /** Nothing. */
    NONE,
    /** Nothing, because the customer is held out; the action is only written down. */
    WITHHELD;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in files and replies. */
    public String code() {
        return code;
    }
}
