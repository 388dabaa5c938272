package io.holdfast.benchmarks.drift;

import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.UnitMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody in a simulated world knows: how likely a unit was to leave of its own will within the horizon, had it never had any care. Month by month,
 * the untreated probability of leaving is counted while the unit is there, over the probability that care, had it any, kept it there: so that it
 * is right on average over chance, for who was cared for as for who was not, and far less noisy than who left.
 */
final class TrueRisk {
    private final List<Map<Integer, Pull>> months = new ArrayList<>();
    private final Map<Integer, Leave> leaves = new HashMap<>();

    /** Intensities of a unit's month: without care those of its own will and all, and all under the care it had. */
    private record Pull(double voluntary, double all, double treated) {}

    /** The same as far as it is known, to go on elsewhere. */
    TrueRisk fork() {
        TrueRisk fork = new TrueRisk();
        fork.months.addAll(months);
        fork.leaves.putAll(leaves);
        return fork;
    }

    /** Adds the month that was lived through. */
    void add(MonthResult month) {
        Map<Integer, Pull> pulls = new HashMap<>();
        for (UnitMonth unit : month.units()) {
            double voluntary = 0;
            for (Cause cause : Cause.voluntary()) {
                voluntary += unit.untreated().of(cause);
            }
            pulls.put(
                    unit.unit(),
                    new Pull(voluntary, unit.untreated().total(), unit.treated().total()));
        }
        months.add(pulls);
        month.leaves().forEach(leave -> leaves.put(leave.unit(), leave));
    }

    /** Whether a unit could leave as a month began. */
    boolean atRisk(int unit, int month) {
        return months.get(month).containsKey(unit);
    }

    /** The risk as a month begins; the horizon has been lived through. */
    double untreated(int unit, int month) {
        double risk = 0;
        double weight = 1;
        int left = DriftSettings.HORIZON_DAYS;
        for (int at = month; left > 0; at++) {
            Optional<Pull> found = Optional.ofNullable(months.get(at).get(unit));
            if (found.isEmpty()) {
                return risk;
            }
            Pull pull = found.get();
            int length = DriftSettings.month(at).lengthOfMonth();
            double part = (double) Math.min(left, length) / length;
            risk += pull.all() > 0 ? weight * pull.voluntary() / pull.all() * -StrictMath.expm1(-pull.all() * part) : 0;
            weight *= StrictMath.exp(pull.treated() - pull.all());
            left -= length;
        }
        return risk;
    }

    /** Whether a unit left of its own will within the horizon of a month. */
    boolean left(int unit, int month) {
        Leave leave = leaves.get(unit);
        long from = DriftSettings.day(month).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long until = DriftSettings.day(month)
                .plusDays(DriftSettings.HORIZON_DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
        return leave != null && leave.cause().isVoluntary() && leave.at() >= from && leave.at() < until;
    }
}
