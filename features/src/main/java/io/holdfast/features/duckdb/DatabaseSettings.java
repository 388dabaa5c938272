package io.holdfast.features.duckdb;

import java.util.Map;

/**
 * What the database may use, and where tables of histories come from.
 *
 * @param threads worked on at once; the results do not depend on it
 * @param memoryMegabytes before it spills to the disk
 * @param environment says where tables of another database are, see {@link io.holdfast.features.postgresql.SourceDatabase}
 */
public record DatabaseSettings(int threads, int memoryMegabytes, Map<String, String> environment) {
    private static final int THREADS = 2;
    private static final int MEGABYTES = 3072;

    /** Checks the parts. */
    public DatabaseSettings {
        environment = Map.copyOf(environment);
        if (threads < 1 || memoryMegabytes < 64) {
            throw new IllegalArgumentException("threads and megabytes: " + threads + ", " + memoryMegabytes
                    + " (expected: at least 1 and at least 64)");
        }
    }

    /** Of files alone. */
    public DatabaseSettings(int threads, int memoryMegabytes) {
        this(threads, memoryMegabytes, Map.of());
    }

    /** Without the environment, which holds passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[threads=" + threads + ", memoryMegabytes=" + memoryMegabytes + "]";
    }

    /** Two threads and 3 GiB; the environment is that of the process. */
    public static DatabaseSettings standard() {
        return new DatabaseSettings(THREADS, MEGABYTES, System.getenv());
    }
}
