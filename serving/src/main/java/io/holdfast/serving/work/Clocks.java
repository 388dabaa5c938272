package io.holdfast.serving.work;

import java.time.Duration;

/** What clocks of different machines may be off. */
public final class Clocks {
    /** Minutes are usual. */
    public static final Duration DIFFER = Duration.ofMinutes(5);

    private Clocks() {}
}
