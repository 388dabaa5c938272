package io.holdfast.scoring.progress;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notes what each step of a piece of work takes, of the clock and of the processors. The processors' time is that of the whole process, all threads, compilation
 * and collection included. What lies between two steps counts for the one before. For one thread.
 */
public final class StepTimes implements Progress {
    private static final double NANOS = 1e9;
    private static final String START = "start";

    private final LongSupplier processor;
    private final LongSupplier clock;
    private final Consumer<Step> ended;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private String step = START;
    private long processorBefore;
    private long clockBefore;

    /**
     * Times from now on.
     *
     * @param ended hears of every step when it ends; one that comes again is told again
     */
    public StepTimes(Consumer<Step> ended) {
        this(
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getProcessCpuTime,
                System::nanoTime,
                ended);
    }

    /** @param processor nanoseconds; negative where the system does not say */
    StepTimes(LongSupplier processor, LongSupplier clock, Consumer<Step> ended) {
        this.processor = processor;
        this.clock = clock;
        this.ended = ended;
        this.processorBefore = processor.getAsLong();
        this.clockBefore = clock.getAsLong();
    }

    /** Hears the same as somebody else. */
    public Progress with(Progress other) {
        return (what, done, total) -> {
            at(what, done, total);
            other.at(what, done, total);
        };
    }

    @Override
    public void at(String what, long done, long total) {
        if (!what.equals(step)) {
            close();
            step = what;
        }
    }

    private void close() {
        long processorNow = processor.getAsLong();
        long clockNow = clock.getAsLong();
        Step found = new Step(step, (processorNow - processorBefore) / NANOS, (clockNow - clockBefore) / NANOS);
        processorBefore = processorNow;
        clockBefore = clockNow;
        steps.merge(step, found, Step::plus);
        ended.accept(found);
    }

    /** Ends the last step, and says what all took; steps of one name are one, in the order in which they began. */
    public Times end() {
        close();
        List<Step> all = new ArrayList<>(steps.values());
        Step sum = all.stream().reduce(new Step("all", 0, 0), Step::plus);
        return new Times(all, sum.processorSeconds(), sum.seconds());
    }

    /**
     * What a step took.
     *
     * @param step name of it, as in {@link Progress}
     * @param processorSeconds of the whole process; 0 where the system does not say
     * @param seconds of the clock
     */
    @JsonPropertyOrder({"step", "processorSeconds", "seconds"})
    public record Step(String step, double processorSeconds, double seconds) {
        private Step plus(Step other) {
            return new Step(step, processorSeconds + other.processorSeconds, seconds + other.seconds);
        }
    }

    /**
     * What the work took.
     *
     * @param steps in the order in which they began
     * @param processorSeconds of all
     * @param seconds of all
     */
    @JsonPropertyOrder({"steps", "processorSeconds", "seconds"})
    public record Times(List<Step> steps, double processorSeconds, double seconds) {
        /** Keeps a copy. */
        public Times {
            steps = List.copyOf(steps);
        }
    }
}
