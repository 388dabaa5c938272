package io.holdfast.scoring.bundle;

/** A class that a forged model file names: shows by a system property that it was initialised. */
final class Trap {
    static final String SPRUNG = "io.holdfast.scoring.bundle.trap";

    static {
        System.setProperty(SPRUNG, "yes");
    }

    private Trap() {}
}
