package io.holdfast.simulation.run;

import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.HazardLaw;
import io.holdfast.simulation.treatment.Treatments;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the factor on voluntary causes with which a given share leaves in a month. It is measured on a pilot whose seed, size and months
 * never change, so that it depends on nothing but the world and the share.
 */
final class Scale {
    private static final long PILOT_SEED = 7;
    private static final int PILOT_CUSTOMERS = 2_500;
    private static final int PILOT_MONTHS = 12;
    private static final YearMonth PILOT_START = YearMonth.of(2024, 1);
    private static final int ROUNDS = 3;

    /** It takes a second or two, so each is sought once. */
    private static final Map<SimulationSettings, Double> FOUND = new ConcurrentHashMap<>();

    private Scale() {}

    static double of(SimulationSettings settings) {
        return FOUND.computeIfAbsent(
                new SimulationSettings(
                        settings.world(), PILOT_CUSTOMERS, PILOT_SEED, PILOT_START, settings.monthlyLeaving()),
                Scale::find);
    }

    private static double find(SimulationSettings pilot) {
        double scale = 1;
        for (int round = 0; round < ROUNDS; round++) {
            scale *= pilot.monthlyLeaving() / leaving(pilot, scale);
        }
        return scale;
    }

    private static double leaving(SimulationSettings pilot, double scale) {
        Simulation simulation = Simulation.begin(pilot, new HazardLaw(scale), Recorder.NONE);
        double sum = 0;
        long count = 0;
        for (int month = 0; month < PILOT_MONTHS; month++) {
            for (UnitMonth unit :
                    simulation.step(simulation.next(), Treatments.none()).units()) {
                for (Cause cause : Cause.voluntary()) {
                    sum += unit.untreated().of(cause);
                }
                count++;
            }
        }
        return sum / count;
    }
}
