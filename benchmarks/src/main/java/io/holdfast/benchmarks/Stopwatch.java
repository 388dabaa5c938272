package io.holdfast.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * A way to say how long something took.
 *
 * @param name what is measured, as the results say it
 * @param nanos nanoseconds so far
 */
record Stopwatch(String name, LongSupplier nanos) {
    /** The time that passes. */
    static final Stopwatch CLOCK = new Stopwatch("by the clock", System::nanoTime);

    /** What the calling thread has kept a processor busy for, the system's part of its work included. */
    static final Stopwatch THREAD =
            new Stopwatch("processor time of the thread", ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);

    /** What the whole process has, the collector and the compiler included. */
    static final Stopwatch PROCESS = new Stopwatch(
            "processor time of the process",
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
}
