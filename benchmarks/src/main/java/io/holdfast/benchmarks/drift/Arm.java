package io.holdfast.benchmarks.drift;

import java.util.Locale;

/** A way to go on learning, each in a world of its own that its own lists shape. */
public enum Arm {
    /** Nobody is ever cared for: what season and chance alone do to predictions. */
    UNTOUCHED,
    /** Learns from what was observed, as though nobody had done anything about it. */
    NAIVE,
    /** Leaves out who was assigned care, and puts nobody in their place. */
    DROPPING,
    /** The product: the estimand is the risk without care, and who was held out stands for who was not. */
    PRODUCT;

    /** Whether the list is cared for. */
    boolean cares() {
        return this != UNTOUCHED;
    }

    /** Whether learning reads the log of care. */
    boolean knowsCare() {
        return this == DROPPING || this == PRODUCT;
    }

    /** Whether rows weigh what the log says. */
    boolean weighs() {
        return this == PRODUCT;
    }

    /** The name in tables. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
