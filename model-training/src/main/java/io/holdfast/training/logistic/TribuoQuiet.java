package io.holdfast.training.logistic;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Tribuo tells every training run at INFO through the JDK's logging; here it speaks up from WARNING on, unless told otherwise. */
final class TribuoQuiet {
    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private TribuoQuiet() {}

    static void please() {
        if (TRIBUO.getLevel() == null) {
            TRIBUO.setLevel(Level.WARNING);
        }
    }
}
