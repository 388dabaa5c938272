package io.holdfast.serving.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** New ids of rows: UUID version 7 (RFC 9562 section 5.7), so that later ones sort behind earlier ones. Thread-safe. */
public final class RowIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RowIds() {}

    /** An id that nobody can guess. */
    public static String next(Instant now) {
        long high = (now.toEpochMilli() << 16) | VERSION | (RANDOM.nextLong() & 0xFFFL);
        long low = VARIANT | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low).toString();
    }
}
