package io.holdfast.cli.replay.record;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.playbook.Planning;
import io.holdfast.serving.store.RowIds;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.simulation.run.CareOutcome;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.CareGiven;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works the items of each month's plan off, with what came of them by the simulation. For one thread. */
final class RecordedWork {
    private static final Duration INTO_THE_DAY = Duration.ofHours(10);
    private static final Duration DAY = Duration.ofDays(1);
    /** Over so many days the work of a month is spread. */
    private static final int SPREAD = 4;

    private static final int AGENTS = 5;

    private final Store store;
    private final Planning planning;
    private final String actor;
    private final Map<Integer, Task> tasks = new TreeMap<>();
    private final Set<Integer> chosen = new HashSet<>();
    private Instant now = Instant.EPOCH;

    /** What is to be done for a unit. */
    private record Task(String decisionId, CareAction action) {}

    /**
     * What was done in a month.
     *
     * @param units how many were treated
     * @param chosen units that got a play, or its shadow, so far
     * @param costs of contacts, by unit
     * @param accepted the decision by which an offer was taken, and when, by unit
     */
    record Done(int units, Set<Integer> chosen, Map<Integer, Double> costs, Map<Integer, Taken> accepted) {}

    /** An offer that was taken. */
    record Taken(String decisionId, Instant at) {}

    RecordedWork(Store store, Planning planning, String actor) {
        this.store = store;
        this.planning = planning;
        this.actor = actor;
    }

    /**
     * Takes a plan to work off.
     *
     * @param left decisions that were not kept
     * @param plannedAt when it was kept
     */
    void take(CarePlan plan, List<ScoredUnit> units, Set<String> left, Instant plannedAt) {
        now = plannedAt;
        for (int i = 0; i < units.size(); i++) {
            CareDecision decision = plan.decisions().get(i);
            if (decision.status() == PlanStatus.NONE || left.contains(decision.decisionId())) {
                continue;
            }
            chosen.add(units.get(i).unit());
            if (decision.status() == PlanStatus.PLANNED) {
                tasks.put(
                        units.get(i).unit(),
                        new Task(
                                decision.decisionId(),
                                CareAction.of(decision.play().orElseThrow().action())
                                        .orElseThrow()));
            }
        }
    }

    /** The actions to carry out, by unit. */
    Map<Integer, CareAction> actions() {
        Map<Integer, CareAction> actions = new TreeMap<>();
        tasks.forEach((unit, task) -> actions.put(unit, task.action()));
        return actions;
    }

    /** Notes what came of them; the next month has none unless a plan gives it some. */
    Done carriedOut(MonthResult result) {
        Map<Integer, Instant> gone = new HashMap<>();
        for (Leave leave : result.leaves()) {
            gone.put(leave.unit(), Instant.ofEpochSecond(leave.at()));
        }
        Map<String, List<WorkItem>> items = tasks.isEmpty() ? Map.of() : items();
        Map<Instant, List<Attempt>> byDay = new TreeMap<>();
        Map<Integer, Double> costs = new TreeMap<>();
        Map<Integer, Taken> accepted = new TreeMap<>();
        for (CareOutcome outcome : result.care()) {
            int unit = outcome.unit();
            Task task = tasks.get(unit);
            if (task == null) {
                continue;
            }
            costs.put(unit, contactCost(task.action()));
            for (WorkItem item : items.getOrDefault(task.decisionId(), List.of())) {
                Instant at = at(item, unit);
                Disposition disposition = disposition(outcome.given(), gone.get(unit), at);
                byDay.computeIfAbsent(at, day -> new ArrayList<>())
                        .add(new Attempt(
                                RowIds.next(at),
                                item.itemId(),
                                "agent-" + (1 + unit % AGENTS),
                                disposition,
                                Optional.empty(),
                                ""));
                if (disposition == Disposition.ACCEPTED) {
                    accepted.putIfAbsent(unit, new Taken(task.decisionId(), at));
                }
                if (!disposition.closes() || disposition.stops()) {
                    break;
                }
            }
        }
        byDay.forEach((at, attempts) -> store.work().attemptAll(attempts, new Writing(actor, at)));
        Done done = new Done(tasks.size(), Set.copyOf(chosen), costs, accepted);
        tasks.clear();
        return done;
    }

    private double contactCost(CareAction action) {
        return planning.plays().stream()
                .filter(play -> play.code().equals(action.code()))
                .mapToDouble(planning::contactCost)
                .findFirst()
                .orElse(0);
    }

    /** All that is open, by decision, in the order of steps. */
    private Map<String, List<WorkItem>> items() {
        Map<String, List<WorkItem>> items = new HashMap<>();
        Optional<WorkQuery.Place> after = Optional.empty();
        List<WorkItem> page;
        do {
            page = store.work().query(WorkQuery.all().page(after, WorkQuery.MOST), now);
            for (WorkItem item : page) {
                items.computeIfAbsent(item.decisionId(), id -> new ArrayList<>())
                        .add(item);
                after = Optional.of(WorkQuery.Place.of(item));
            }
        } while (page.size() == WorkQuery.MOST);
        return items;
    }

    /** During office hours of one of the first days, while the item is alive. */
    private static Instant at(WorkItem item, int unit) {
        Instant at = item.dueAt().plus(DAY.multipliedBy(unit % SPREAD)).plus(INTO_THE_DAY);
        return at.isBefore(item.expiresAt()) ? at : item.dueAt().plus(INTO_THE_DAY);
    }

    private static Disposition disposition(CareGiven given, @Nullable Instant gone, Instant at) {
        if (gone != null && gone.isBefore(at)) {
            return Disposition.ALREADY_LEFT;
        }
        if (!given.reached()) {
            return Disposition.NO_ANSWER;
        }
        if (!given.action().isOffer()) {
            return Disposition.REACHED;
        }
        return given.accepted() ? Disposition.ACCEPTED : Disposition.REFUSED;
    }
}
