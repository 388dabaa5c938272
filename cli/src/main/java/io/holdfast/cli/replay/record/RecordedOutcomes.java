package io.holdfast.cli.replay.record;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.cli.replay.Outlook;
import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.Writing;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.run.Leave;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.UnitMonth;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Reports what became of customers, on the day after each month: who left, what surveys and leavers say, and the margin of everybody whom a plan has chosen by then,
 * on both sides alike; after each quarter who is still there. For one thread.
 */
final class RecordedOutcomes {
    private static final double CENTS = 100;
    private static final double CONTRIBUTION = 0.5;
    private static final int TOGETHER = 1000;
    private static final int QUARTER = 3;
    private static final Duration REPORTED = Duration.ofHours(6);

    /** Of those who leave of their own will, so many say why; so many of these say something else than the truth. */
    private static final double SAYING = 0.6;

    private static final double SAYING_OTHERWISE = 0.25;
    /** Of all of them an agent finds it out. */
    private static final double FOUND_OUT = 0.2;

    private final Store store;
    private final long seed;
    private final String actor;

    /**
     * Of a month.
     *
     * @param margin net of contacts and concessions
     * @param spent on contacts and concessions
     * @param left of their own will
     */
    record Sums(double margin, double spent, int left) {}

    RecordedOutcomes(Store store, long seed, String actor) {
        this.store = store;
        this.seed = seed;
        this.actor = actor;
    }

    /** Reports a month. */
    Sums of(MonthResult result, RecordedWork.Done done, List<Event> surveys) {
        YearMonth month = result.month();
        Instant end = RecordedReplay.midnight(month.plusMonths(1).atDay(1));
        Instant last = end.minus(Duration.ofDays(1));
        Instant reported = end.plus(REPORTED);
        Map<Integer, Leave> leaves = new HashMap<>();
        result.leaves().forEach(leave -> leaves.put(leave.unit(), leave));
        Report report = new Report(month, reported);
        double margin = 0;
        double spent = 0;
        for (UnitMonth unit : result.units()) {
            double cost = done.costs().getOrDefault(unit.unit(), 0.0);
            double own = (CONTRIBUTION * unit.revenue() - unit.concession()) / CENTS - cost;
            margin += own;
            spent += cost + unit.concession() / CENTS;
            Leave leave = leaves.get(unit.unit());
            Instant known = leave == null ? last : Instant.ofEpochSecond(leave.at());
            if (done.chosen().contains(unit.unit())) {
                report.add(unit.unit(), OutcomeKind.MARGIN, OptionalDouble.of(own), known);
            }
            if (leave == null && month.getMonthValue() % QUARTER == 0) {
                report.add(unit.unit(), OutcomeKind.STAYED, OptionalDouble.empty(), last);
            }
        }
        int left = 0;
        for (Leave leave : result.leaves()) {
            left += leave.cause().isVoluntary() ? 1 : 0;
            report.left(leave);
        }
        for (Event survey : surveys) {
            Instant answered = Instant.ofEpochSecond(survey.arrivedAt());
            if (answered.isBefore(reported)) {
                report.add(survey.unit(), OutcomeKind.SATISFACTION, OptionalDouble.of(survey.quantity()), answered);
            }
        }
        done.accepted().forEach(report::accepted);
        report.send();
        return new Sums(margin, spent, left);
    }

    /** The outcomes of one month. */
    private final class Report {
        private final YearMonth month;
        private final Instant reported;
        private final List<Outcome> outcomes = new ArrayList<>();

        private Report(YearMonth month, Instant reported) {
            this.month = month;
            this.reported = reported;
        }

        private void add(int unit, OutcomeKind kind, OptionalDouble amount, Instant at) {
            add(unit, kind, Optional.empty(), Optional.empty(), amount, Optional.empty(), at);
        }

        private void accepted(int unit, RecordedWork.Taken taken) {
            add(
                    unit,
                    OutcomeKind.OFFER_ACCEPTED,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.of(taken.decisionId()),
                    taken.at());
        }

        private void left(Leave leave) {
            Instant at = Instant.ofEpochSecond(leave.at());
            add(
                    leave.unit(),
                    OutcomeKind.LEFT,
                    LeaveType.of(leave.cause().type().code()),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    at);
            if (leave.cause().isVoluntary()) {
                SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + leave.unit());
                String truth = leave.cause().reason();
                if (chance.nextDouble() < SAYING) {
                    List<Cause> all = Cause.voluntary();
                    String other = all.get(chance.nextInt(all.size())).reason();
                    reason(
                            leave.unit(),
                            OutcomeKind.STATED_REASON,
                            chance.nextDouble() < SAYING_OTHERWISE ? other : truth,
                            at);
                }
                if (chance.nextDouble() < FOUND_OUT) {
                    reason(leave.unit(), OutcomeKind.CONFIRMED_REASON, truth, at);
                }
            }
        }

        private void reason(int unit, OutcomeKind kind, String code, Instant at) {
            add(unit, kind, Optional.empty(), Optional.of(code), OptionalDouble.empty(), Optional.empty(), at);
        }

        private void add(
                int unit,
                OutcomeKind kind,
                Optional<LeaveType> leave,
                Optional<String> reason,
                OptionalDouble amount,
                Optional<String> decision,
                Instant at) {
            outcomes.add(new Outcome(
                    "replay-" + month + "-" + outcomes.size(),
                    Outlook.id(unit),
                    "",
                    kind,
                    leave,
                    reason,
                    amount,
                    Optional.empty(),
                    decision,
                    Optional.empty(),
                    at,
                    reported));
        }

        private void send() {
            Writing writing = new Writing(actor, reported);
            for (int from = 0; from < outcomes.size(); from += TOGETHER) {
                store.outcomes()
                        .addAll(outcomes.subList(from, Math.min(outcomes.size(), from + TOGETHER)), writing)
                        .forEach(row -> row.refusal().ifPresent(refusal -> {
                            throw refusal;
                        }));
            }
        }
    }
}
