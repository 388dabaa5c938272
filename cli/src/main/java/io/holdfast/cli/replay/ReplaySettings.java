package io.holdfast.cli.replay;

import io.holdfast.care.plan.Budget;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.simulation.treatment.TrueEffects;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is replayed, with telecom customers.
 *
 * @param customers how many
 * @param monthlyLeaving share that leaves of its own will in a month without care
 * @param effects what care truly does
 * @param months in which care is given
 * @param after months that are lived on without, so that what was only put off counts
 * @param playbook of format 2, whose actions are those of the simulator
 * @param budget of every month
 */
public record ReplaySettings(
        int customers,
        double monthlyLeaving,
        TrueEffects effects,
        int months,
        int after,
        Playbook playbook,
        Budget budget) {
    /**
     * Settings with equally many contacts for every team.
     *
     * @param money expected spending a month
     * @param contacts of each team a month
     */
    public static ReplaySettings of(
            int customers,
            double monthlyLeaving,
            TrueEffects effects,
            int months,
            int after,
            Playbook playbook,
            double money,
            int contacts) {
        Map<String, Integer> teams = new TreeMap<>();
        playbook.planning().map(Planning::teams).orElse(Map.of()).keySet().forEach(team -> teams.put(team, contacts));
        return new ReplaySettings(
                customers, monthlyLeaving, effects, months, after, playbook, new Budget(money, teams, Map.of()));
    }
}
