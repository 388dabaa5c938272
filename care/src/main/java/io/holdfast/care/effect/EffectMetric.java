package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is compared. */
public enum EffectMetric {
    /** Share whose first end within the window is that they left of their own will. */
    LEAVE_RATE(true, false),
    /** Of those who were lost: share who came back within the window. */
    RETURN_RATE(true, true),
    /** The last answer to a survey within the window, of those who answered; of two at one moment that which was told last. */
    SATISFACTION(false, true),
    /** Months, of 30.4375 days, within the window in which the unit was there, from the decision on. */
    RETAINED_MONTHS(false, true),
    /** Net margin within the window, in money; 0 where none is reported. */
    MARGIN(false, true);

    private static final double MONTH = Duration.ofDays(30).plusMinutes(630).toMinutes();

    private final boolean rate;
    private final boolean better;

    EffectMetric(boolean rate, boolean better) {
        this.rate = rate;
        this.better = better;
    }

    /** As replies and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a share, not a mean. */
    public boolean isRate() {
        return rate;
    }

    /** Whether more of it is better. */
    public boolean isMoreBetter() {
        return better;
    }

    /** The last report that tells of it, out of the last one of each kind; none if nobody has reported any. */
    Optional<Instant> lastOf(Map<OutcomeKind, Instant> lastReport) {
        return lastReport.entrySet().stream()
                .filter(last -> isToldBy(last.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    private boolean isToldBy(OutcomeKind kind) {
        return switch (this) {
            case LEAVE_RATE, RETURN_RATE, RETAINED_MONTHS ->
                kind == OutcomeKind.STAYED || kind == OutcomeKind.LEFT || kind == OutcomeKind.RETURNED;
            case SATISFACTION -> kind == OutcomeKind.SATISFACTION;
            case MARGIN -> kind == OutcomeKind.MARGIN;
        };
    }

    Optional<Comparison> compare(List<Observation> observations, double alpha) {
        return rate ? Comparison.ofRates(observations, alpha) : Comparison.ofMeans(observations, alpha);
    }

    /** The unit's value within a closed window; none where the metric is not for it, or it did not answer. */
    OptionalDouble value(DecidedUnit unit, int days) {
        Instant end = unit.decidedAt().plus(Duration.ofDays(days));
        return switch (this) {
            case LEAVE_RATE -> unit.lost() ? OptionalDouble.empty() : share(left(unit, end));
            case RETURN_RATE -> unit.lost() ? share(returned(unit, end)) : OptionalDouble.empty();
            case SATISFACTION ->
                unit.outcomes().stream()
                        .filter(outcome -> outcome.kind() == OutcomeKind.SATISFACTION && isWithin(outcome, unit, end))
                        .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                        .map(outcome -> OptionalDouble.of(outcome.amount()))
                        .orElse(OptionalDouble.empty());
            case RETAINED_MONTHS -> OptionalDouble.of(retained(unit, end));
            case MARGIN ->
                OptionalDouble.of(unit.outcomes().stream()
                        .filter(outcome -> outcome.kind() == OutcomeKind.MARGIN && isWithin(outcome, unit, end))
                        .mapToDouble(DatedOutcome::amount)
                        .reduce(0, Double::sum));
        };
    }

    /** Whether somebody told of it within a closed window: a margin of 0 is also what nobody has told of. */
    boolean isReported(DecidedUnit unit, int days) {
        Instant end = unit.decidedAt().plus(Duration.ofDays(days));
        return this == MARGIN
                ? unit.outcomes().stream()
                        .anyMatch(outcome -> outcome.kind() == OutcomeKind.MARGIN && isWithin(outcome, unit, end))
                : value(unit, days).isPresent();
    }

    private static OptionalDouble share(boolean did) {
        return OptionalDouble.of(did ? 1 : 0);
    }

    /** Other ends compete: whoever was cut off first cannot leave any more. */
    private static boolean left(DecidedUnit unit, Instant end) {
        return unit.outcomes().stream()
                .filter(outcome -> outcome.isEnd() && isWithin(outcome, unit, end))
                .min(Comparator.comparing(DatedOutcome::at)
                        .thenComparing(outcome -> outcome.isVoluntaryLeave() ? 0 : 1))
                .map(DatedOutcome::isVoluntaryLeave)
                .orElse(false);
    }

    private static boolean returned(DecidedUnit unit, Instant end) {
        return unit.outcomes().stream()
                .anyMatch(outcome -> outcome.kind() == OutcomeKind.RETURNED && isWithin(outcome, unit, end));
    }

    private static double retained(DecidedUnit unit, Instant end) {
        List<DatedOutcome> turns = unit.outcomes().stream()
                .filter(outcome -> isWithin(outcome, unit, end))
                .filter(outcome -> outcome.isEnd() || outcome.kind() == OutcomeKind.RETURNED)
                .sorted(Comparator.comparing(DatedOutcome::at))
                .toList();
        boolean there = !unit.lost();
        Instant since = unit.decidedAt();
        double minutes = 0;
        for (DatedOutcome turn : turns) {
            Instant at = turn.at().isAfter(since) ? turn.at() : since;
            minutes += there ? Duration.between(since, at).toMinutes() : 0;
            since = at;
            there = !turn.isEnd();
        }
        minutes += there ? Duration.between(since, end).toMinutes() : 0;
        return minutes / MONTH;
    }

    /** A window begins with the decision's day, UTC, since much is dated by the day alone, and ends with its last moment. */
    private static boolean isWithin(DatedOutcome outcome, DecidedUnit unit, Instant end) {
        return !outcome.at().isBefore(unit.decidedAt().truncatedTo(ChronoUnit.DAYS))
                && !outcome.at().isAfter(end);
    }
}
