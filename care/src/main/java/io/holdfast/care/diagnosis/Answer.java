package io.holdfast.care.diagnosis;

import java.util.Locale;

/** What care a customer of a group got in a month. */
public enum Answer {
    /** Somebody spoke to the customer. */
    REACHED,
    /** A play was chosen, and nobody was spoken to yet. */
    PLANNED,
    /** A play was chosen and, by lot, only written down. */
    HELD_OUT,
    /** None. */
    NONE;

    /** As replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
