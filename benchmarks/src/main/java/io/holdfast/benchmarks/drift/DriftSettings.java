package io.holdfast.benchmarks.drift;

import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.world.World;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is measured.
 *
 * @param customers at the beginning; a quarter more lines
 * @param seed of the world and of training
 * @param monthlyLeaving share that leaves of its own will in a month without care
 * @param before months that are lived without care; 6 or more
 * @param months with a list
 * @param listShare of the lines at risk, from the highest risk down
 * @param holdOutShare of the households, for good
 * @param factor what care does to every voluntary cause for three months
 * @param every months from one date that is learned from to the next, counted back from the last whose outcome is known
 * @param window months back from the last such date within which dates are learned from; a year of seasons is 12
 * @param threads for training and the database; no figure depends on it
 */
public record DriftSettings(
        int customers,
        long seed,
        double monthlyLeaving,
        int before,
        int months,
        double listShare,
        double holdOutShare,
        double factor,
        int every,
        int window,
        int threads) {
    /** Days within which one leaves, from the day of the list on. */
    static final int HORIZON_DAYS = 90;

    /** Months that a horizon reaches into: 90 days from 1 February end in May. */
    static final int HORIZON_MONTHS = 4;

    private static final YearMonth START = YearMonth.of(2024, 1);
    private static final int LEAST_BEFORE = 6;

    /** Checks what the rest relies on. */
    public DriftSettings {
        if (before < LEAST_BEFORE || months < 1) {
            throw new IllegalArgumentException("months before care and with it: " + before + ", " + months
                    + " (expected: at least " + LEAST_BEFORE + ", so that an outcome is known, and 1)");
        }
    }

    /** Fifteen months of history and twelve lists of the riskiest 15 %, of whom 15 % are held out; care halves. */
    public static DriftSettings of(int customers, long seed) {
        return new DriftSettings(customers, seed, 0.025, 15, 12, 0.15, 0.15, 0.5, 2, 12, 2);
    }

    /** The same over other times. */
    public DriftSettings withMonths(int newBefore, int newMonths) {
        return new DriftSettings(
                customers,
                seed,
                monthlyLeaving,
                newBefore,
                newMonths,
                listShare,
                holdOutShare,
                factor,
                every,
                window,
                threads);
    }

    SimulationSettings simulation() {
        return SimulationSettings.of(World.TELECOM, customers, seed)
                .withStart(START)
                .withMonthlyLeaving(monthlyLeaving);
    }

    /** The first day of a month, from 0. */
    static LocalDate day(int month) {
        return START.plusMonths(month).atDay(1);
    }

    /** The first month that is not lived any more: what follows the last list is. */
    int end() {
        return before + months - 1 + HORIZON_MONTHS;
    }

    static YearMonth month(int month) {
        return START.plusMonths(month);
    }
}
