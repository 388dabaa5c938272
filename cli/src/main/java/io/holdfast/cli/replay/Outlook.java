package io.holdfast.cli.replay;

import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Planning;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.util.List;

/**
 * What is seen of a simulated unit at the beginning of a month.
 *
 * @param truth the month as it would go without further care
 * @param score what a model says
 * @param customer what a plan sees, contacts apart
 */
public record Outlook(UnitMonth truth, Scoring.Score score, PlanCustomer.Builder customer) {
    private static final double CENTS = 100;

    /** The customers of settings. */
    public static SimulationSettings simulation(ReplaySettings settings, long seed) {
        return SimulationSettings.of(World.TELECOM, settings.customers(), seed)
                .withMonthlyLeaving(settings.monthlyLeaving());
    }

    /** The id of a unit; every line is a customer of its own here, and whoever has several is a household. */
    public static String id(int unit) {
        return "U" + unit;
    }

    /**
     * Everybody who may leave in the month to come.
     *
     * @param month from 0, for the error of the scores
     */
    public static List<Outlook> of(Simulation simulation, Scoring scoring, Planning planning, int month) {
        // A look at the month as it would go without further care says what pulls at its beginning.
        Simulation ahead = simulation.fork(Recorder.NONE);
        return ahead.step(ahead.next(), Treatments.none()).units().stream()
                .map(truth -> of(simulation, truth, scoring.score(truth.untreated(), truth.unit(), month), planning))
                .toList();
    }

    private static Outlook of(Simulation simulation, UnitMonth truth, Scoring.Score score, Planning planning) {
        double fee = truth.revenue() / CENTS;
        return new Outlook(
                truth,
                score,
                PlanCustomer.of(id(truth.unit()), score.risk())
                        .household("H" + simulation.units().get(truth.unit()).household())
                        .tierValue(fee)
                        .marginIfKept(fee * planning.marginPerValue())
                        .reasons(score.reasons()));
    }
}
