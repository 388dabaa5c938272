package io.holdfast.care.plan;

import io.holdfast.care.playbook.Planning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts the contacts that a team, or a channel, cannot make before they expire, since capacity comes day by day: of those that expire within so many days, however
 * well they are ordered, what is more than the capacity of these days. For one thread.
 */
final class Lateness {
    private final LocalDate day;
    private final Planning planning;
    private final Map<String, NavigableMap<Long, Integer>> contacts = new HashMap<>();

    /** @param day the first day of the plan */
    Lateness(LocalDate day, Planning planning) {
        this.day = day;
        this.planning = planning;
    }

    /** Adds the contacts of a play that is carried out. */
    void add(List<PlannedStep> steps) {
        for (PlannedStep step : steps) {
            // It can still be done on the day on which it expires.
            long days = ChronoUnit.DAYS.between(day, step.expiresAt()) + 1;
            if (!step.team().isEmpty()) {
                count(Limits.team(step.team()), days);
            }
            count(Limits.channel(step.channel()), days);
        }
    }

    private void count(String limit, long days) {
        contacts.computeIfAbsent(limit, name -> new TreeMap<>()).merge(days, 1, Integer::sum);
    }

    /**
     * The contacts that come too late.
     *
     * @param limit its name
     * @param most its contacts in the plan's period, without those that open work takes up
     * @param taken contacts that open work takes up, which is done first
     */
    int late(String limit, double most, int taken) {
        int late = 0;
        int until = 0;
        for (Map.Entry<Long, Integer> each :
                contacts.getOrDefault(limit, new TreeMap<>()).entrySet()) {
            until += each.getValue();
            double days = Math.min(1, each.getKey() / (double) planning.periodDays());
            int possible = (int) Math.floor(Math.max(0, (most + taken) * days - taken));
            late = Math.max(late, until - possible);
        }
        return late;
    }
}
