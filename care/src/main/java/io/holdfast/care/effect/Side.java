package io.holdfast.care.effect;

/** How a customer stands to a plan's lot. */
public enum Side {
    /** A play was chosen, and carried out. */
    ASSIGNED,
    /** The same choice, only written down. */
    SHADOW,
    /** A play was chosen outside of the lot: served in any case, or of a tier that nobody is held out from. */
    OUTSIDE,
    /** No play was chosen. */
    NOT_CHOSEN
}
