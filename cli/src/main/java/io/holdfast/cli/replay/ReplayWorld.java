package io.holdfast.cli.replay;

import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.plan.PastContact;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulated customers under one policy. For one thread. */
final class ReplayWorld {
    private static final double CENTS = 100;
    private static final double CONTRIBUTION = 0.5;

    private final Simulation simulation;
    private final Scoring scoring;
    private final Planning planning;
    private final Map<String, Double> contactCosts = new HashMap<>();
    private final Map<Integer, List<PastContact>> contacts = new HashMap<>();
    private final Map<Integer, DatedOutcome> left = new HashMap<>();
    private int month;

    /** @param beginning the customers, not lived with yet */
    ReplayWorld(ReplaySettings settings, Simulation beginning, long seed) {
        this.planning = settings.playbook().planning().orElseThrow();
        this.simulation = beginning;
        this.scoring = new Scoring(seed);
        for (Play play : planning.plays()) {
            contactCosts.put(play.code(), planning.contactCost(play));
        }
    }

    static Simulation begin(ReplaySettings settings, long seed) {
        return Simulation.begin(Outlook.simulation(settings, seed), settings.effects(), Recorder.NONE);
    }

    /** The first day of the month to come. */
    LocalDate day() {
        return simulation.next().atDay(1);
    }

    /** Everybody who may leave in the month to come. */
    List<SeenCustomer> customers() {
        return Outlook.of(simulation, scoring, planning, month).stream()
                .map(seen -> new SeenCustomer(
                        seen.customer()
                                .contacts(contacts.getOrDefault(seen.truth().unit(), List.of()))
                                .build(),
                        seen.truth(),
                        simulation.units().get(seen.truth().unit()).traits().response()))
                .toList();
    }

    /** Notes a contact, or one that a shadow would have had, so that both sides wait as long for the next. */
    void contacted(int unit, String action) {
        contacts.computeIfAbsent(unit, number -> new ArrayList<>()).add(new PastContact(day(), action));
    }

    /** What became of a unit so far. */
    Optional<DatedOutcome> left(int unit) {
        return Optional.ofNullable(left.get(unit));
    }

    /**
     * Lives through the month.
     *
     * @param care action by unit
     */
    ReplayMonth live(Map<Integer, String> care) {
        Map<Integer, CareAction> actions = new TreeMap<>();
        double spent = 0;
        for (Map.Entry<Integer, String> each : care.entrySet()) {
            actions.put(each.getKey(), CareAction.of(each.getValue()).orElseThrow());
            spent += contactCosts.getOrDefault(each.getValue(), 0.0);
        }
        MonthResult result = simulation.step(simulation.next(), Treatments.of(actions));
        double margin = -spent;
        for (UnitMonth unit : result.units()) {
            margin += (CONTRIBUTION * unit.revenue() - unit.concession()) / CENTS;
            spent += unit.concession() / CENTS;
        }
        int voluntary = 0;
        for (Leave leave : result.leaves()) {
            voluntary += leave.cause().isVoluntary() ? 1 : 0;
            left.put(
                    leave.unit(),
                    new DatedOutcome(
                            OutcomeKind.LEFT,
                            Instant.ofEpochSecond(leave.at()),
                            0,
                            LeaveType.of(leave.cause().type().code())));
        }
        month++;
        return new ReplayMonth(month, margin, care.size(), spent, voluntary);
    }
}
