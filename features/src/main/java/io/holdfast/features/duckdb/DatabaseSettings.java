package io.holdfast.features.duckdb;

import java.util.Map;

/**
 * What the database may use, and where tables of histories come from.
 *
 * @param threads worked on at once; the results do not depend on it
 * @param memoryMegabytes before it spills to the disk
 * @param environment says where tables of another database are, see {@link io.holdfast.features.postgresql.SourceDatabase}
 * @param eventsAtOnce of a history with more, the events are kept on the disk, and features are made of the units of about so many at a time; the results do
 *     not depend on it
 */
public record DatabaseSettings(int threads, int memoryMegabytes, Map<String, String> environment, long eventsAtOnce) {
    private static final int THREADS = 2;
    private static final int MEGABYTES = 3072;
    private static final long EVENTS = 6_000_000;

    /** Checks the parts. */
    public DatabaseSettings {
        environment = Map.copyOf(environment);
        if (threads < 1 || memoryMegabytes < 64 || eventsAtOnce < 1) {
            throw new IllegalArgumentException("threads, megabytes and events at once: " + threads + ", "
                    + memoryMegabytes + ", " + eventsAtOnce + " (expected: at least 1, 64 and 1)");
        }
    }

    /** With as many events at once as the standard memory has room for. */
    public DatabaseSettings(int threads, int memoryMegabytes, Map<String, String> environment) {
        this(threads, memoryMegabytes, environment, EVENTS);
    }

    /** Of files alone. */
    public DatabaseSettings(int threads, int memoryMegabytes) {
        this(threads, memoryMegabytes, Map.of());
    }

    /** Without the environment, which holds passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[threads=" + threads + ", memoryMegabytes=" + memoryMegabytes + ", eventsAtOnce="
                + eventsAtOnce + "]";
    }

    /** Two threads, 3 GiB and 6 million events at once; the environment is that of the process. */
    public static DatabaseSettings standard() {
        return new DatabaseSettings(THREADS, MEGABYTES, System.getenv());
    }
}
