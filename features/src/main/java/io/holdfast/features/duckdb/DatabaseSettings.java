package io.holdfast.features.duckdb;

/**
 * What the database may use.
 *
 * @param threads worked on at once; the results do not depend on it
 * @param memoryMegabytes before it spills to the disk
 */
public record DatabaseSettings(int threads, int memoryMegabytes) {
    private static final DatabaseSettings STANDARD = new DatabaseSettings(2, 3072);

    /** Checks the parts. */
    public DatabaseSettings {
        if (threads < 1 || memoryMegabytes < 64) {
            throw new IllegalArgumentException("threads and megabytes: " + threads + ", " + memoryMegabytes
                    + " (expected: at least 1 and at least 64)");
        }
    }

    /** Two threads and 3 GiB. */
    public static DatabaseSettings standard() {
        return STANDARD;
    }
}
