package io.holdfast.care.plan;

import java.util.Locale;

/** The side of the measurement a customer stands on in a plan. */
public enum Arm {
    /** Whatever is decided is carried out. */
    TREATED,
    /** Whatever is decided is only written down. */
    HELD_OUT,
    /** Has a complaint, wants to cancel or is vulnerable: always served, and outside of every measurement. */
    SERVED,
    /** Of a tier nobody is held out from, so that the effect on it is never known. */
    UNMEASURED;

    /** The name in files and replies. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
