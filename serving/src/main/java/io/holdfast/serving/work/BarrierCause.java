package io.holdfast.serving.work;

import java.util.Locale;

/** Why care that was decided is not to be carried out. */
public enum BarrierCause {
    /** The customer objects to being profiled, and every decision rests on a score. */
    PROFILING_OBJECTION,
    /** The customer, or the unit that it is about, has left, by outcomes or by what an agent was told, and it was to keep them. */
    ALREADY_LEFT,
    /** The customer, or the unit that it is about, is there again, and it was to win them back. */
    RETURNED,
    /** The customer wants no care, or none by this channel. */
    OPTED_OUT,
    /** The number or address of this channel is another's, by what an agent found out. */
    WRONG_NUMBER;

    /** The name in replies and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
