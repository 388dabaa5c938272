package io.holdfast.simulation.history;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.Event;

/** Makes a few lines of the event file as bad as real ones are, always the same ones for the same events. */
public final class Dirt {
    private static final double TWICE = 0.004;
    private static final double WITHOUT_CUSTOMER = 0.002;
    private static final double MISSPELT = 0.003;
    private static final double FUTURE = 0.000_05;

    private final Draws draws;
    private final boolean clean;
    private long twice;
    private long withoutCustomer;
    private long misspelt;
    private long future;

    Dirt(Draws draws, boolean clean) {
        this.draws = draws;
        this.clean = clean;
    }

    /**
     * Lines made worse.
     *
     * @param twice written twice
     * @param withoutCustomer without the ids of customer and line
     * @param misspelt with the customer's id in lower case
     * @param future dated ten years too late
     */
    public record Count(long twice, long withoutCustomer, long misspelt, long future) {}

    /** What befalls a line. */
    enum Fault {
        NONE,
        TWICE,
        WITHOUT_CUSTOMER,
        MISSPELT,
        FUTURE
    }

    Fault of(Event event) {
        if (clean) {
            return Fault.NONE;
        }
        double left = draws.at(event.unit()).at(event.serial()).uniform(Purpose.DIRT);
        if ((left -= TWICE) < 0) {
            twice++;
            return Fault.TWICE;
        }
        if ((left -= WITHOUT_CUSTOMER) < 0) {
            withoutCustomer++;
            return Fault.WITHOUT_CUSTOMER;
        }
        if ((left -= MISSPELT) < 0) {
            misspelt++;
            return Fault.MISSPELT;
        }
        if (left - FUTURE < 0) {
            future++;
            return Fault.FUTURE;
        }
        return Fault.NONE;
    }

    Count count() {
        return new Count(twice, withoutCustomer, misspelt, future);
    }
}
