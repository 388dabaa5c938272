package io.holdfast.simulation.run;

import io.holdfast.simulation.world.World;
import java.time.YearMonth;

/**
 * What is simulated. Equal settings give equal histories, to the last event.
 *
 * @param world the trade
 * @param customers how many, 1 to 5,000,000; in telecom some have two or three lines
 * @param seed of all chance
 * @param start first month, 1950-01 to 2070-12
 * @param monthlyLeaving share of the units at risk that leaves of its own will in a month, on average over the first year; 0.001 to 0.2
 */
public record SimulationSettings(World world, int customers, long seed, YearMonth start, double monthlyLeaving) {
    /** The most customers. */
    public static final int MOST_CUSTOMERS = 5_000_000;
    /** The least share that leaves in a month. */
    public static final double LEAST_LEAVING = 0.001;
    /** The largest share that leaves in a month. */
    public static final double MOST_LEAVING = 0.2;
    /** The earliest first month. */
    public static final YearMonth FIRST_START = YearMonth.of(1950, 1);
    /** The latest first month; a few decades on, lunar dates are still certain. */
    public static final YearMonth LAST_START = YearMonth.of(2070, 12);

    private static final YearMonth USUAL_START = YearMonth.of(2024, 1);

    /** Checks the ranges. */
    public SimulationSettings {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 to " + MOST_CUSTOMERS + ")");
        }
        if (start.isBefore(FIRST_START) || start.isAfter(LAST_START)) {
            throw new IllegalArgumentException(
                    "start: " + start + " (expected: " + FIRST_START + " to " + LAST_START + ")");
        }
        if (!(monthlyLeaving >= LEAST_LEAVING && monthlyLeaving <= MOST_LEAVING)) {
            throw new IllegalArgumentException(
                    "monthlyLeaving: " + monthlyLeaving + " (expected: " + LEAST_LEAVING + " to " + MOST_LEAVING + ")");
        }
    }

    /** A world at its usual rate of leaving, from January 2024. */
    public static SimulationSettings of(World world, int customers, long seed) {
        return new SimulationSettings(world, customers, seed, USUAL_START, world.monthlyLeaving());
    }

    /** The same from another month on. */
    public SimulationSettings withStart(YearMonth first) {
        return new SimulationSettings(world, customers, seed, first, monthlyLeaving);
    }

    /** The same with another share that leaves in a month. */
    public SimulationSettings withMonthlyLeaving(double share) {
        return new SimulationSettings(world, customers, seed, start, share);
    }
}
