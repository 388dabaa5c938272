package io.holdfast.benchmarks.expected;

import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.Treatments;
import java.util.Map;
import java.util.TreeMap;

/**
 * The risk of leaving of one's own will within a horizon from the first of a month on, without care: as it came about, and as it could be expected on that day. The first counts what struck afterwards, such as a
 * rival's campaign or a storm, which nobody could know; the second is its mean over futures whose chance is drawn anew.
 */
final class ExpectedRisk {
    private final int horizonDays;
    private final int futures;

    /**
     * @param horizonDays 1 or more
     * @param futures how many to average over, 1 or more
     */
    ExpectedRisk(int horizonDays, int futures) {
        this.horizonDays = horizonDays;
        this.futures = futures;
    }

    /**
     * Two risks of a unit.
     *
     * @param realized under what came about
     * @param expected on average over futures
     */
    record Risks(double realized, double expected) {}

    /** The risks of everybody at risk, by number, of a simulation that has come to the month; it is left as it is. */
    Map<Integer, Risks> of(Simulation simulation) {
        Map<Integer, Double> realized = risks(simulation.fork(Recorder.NONE));
        Map<Integer, Double> sums = new TreeMap<>();
        for (long future = 0; future < futures; future++) {
            risks(simulation.fork(future, Recorder.NONE)).forEach((unit, risk) -> sums.merge(unit, risk, Double::sum));
        }
        Map<Integer, Risks> risks = new TreeMap<>();
        realized.forEach((unit, risk) -> risks.put(unit, new Risks(risk, sums.getOrDefault(unit, 0.0) / futures)));
        return risks;
    }

    /** The hazards that each unit met while it was there: on average over chance the probability of leaving, and less noisy than who left. */
    private Map<Integer, Double> risks(Simulation fork) {
        Map<Integer, Double> risks = new TreeMap<>();
        fork.atRisk().forEach(unit -> risks.put(unit.number(), 0.0));
        for (int left = horizonDays; left > 0; ) {
            int length = fork.next().lengthOfMonth();
            double part = (double) Math.min(left, length) / length;
            // Who came later is not in the map, and stays out of it.
            for (UnitMonth unit : fork.step(fork.next(), Treatments.none()).units()) {
                double risk = voluntary(unit.untreated(), part);
                risks.computeIfPresent(unit.unit(), (number, sum) -> sum + risk);
            }
            left -= length;
        }
        return risks;
    }

    private static double voluntary(Intensities pull, double part) {
        double all = pull.total();
        double voluntary = 0;
        for (Cause cause : Cause.voluntary()) {
            voluntary += pull.of(cause);
        }
        return all > 0 ? voluntary / all * -StrictMath.expm1(-all * part) : 0;
    }
}
