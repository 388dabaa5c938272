package io.holdfast.serving.http;

import java.util.concurrent.TimeUnit;

/** How long clients may take over bytes: whoever sends or takes less than {@value #BYTES_PER_SECOND} a second holds what others need. */
final class Pace {
    private static final long BYTES_PER_SECOND = 1024;
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND;
    /** So much is nobody's fault: a lost packet is sent again after it. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private Pace() {}

    /** The longest that some bytes may take, nanoseconds. */
    static long longest(long bytes) {
        return GRACE + bytes * NANOS_PER_BYTE;
    }

    /** Whether too few bytes have come. */
    static boolean isTooSlow(long beginNanos, long bytes) {
        return System.nanoTime() - beginNanos > longest(bytes);
    }
}
