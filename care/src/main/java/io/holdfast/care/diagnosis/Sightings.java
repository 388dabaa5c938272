package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Gathers who is in which group in which month, one customer after another. Months are of UTC. */
public final class Sightings {
    /** How long a score, and a reason that was said, speak for a customer. */
    static final Duration SPEAKS = Duration.ofDays(92);

    /** The code that fading activity is evidence for. */
    static final String FADING = "disengagement";

    /** Least impact of fading activity: a quarter more odds. */
    private static final double TELLING = StrictMath.log(1.25);

    /** A reason with a smaller share leads nothing. */
    private static final double LEAST_SHARE = 0.05;

    private static final Duration YEAR = Duration.ofDays(365);

    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<YearMonth, Map<String, Integer>> counts = new TreeMap<>();

    /** Adds a customer. */
    public void add(CustomerCourse course) {
        Map<YearMonth, Decided> riskiest = new TreeMap<>();
        for (Decided decided : course.decisions()) {
            if (!decided.winBack()) {
                riskiest.merge(
                        month(decided.at()),
                        decided,
                        (one, other) -> other.probability() >= one.probability() ? other : one);
            }
        }
        Map<YearMonth, Instant> lost = lost(course);
        lost.forEach((month, at) -> {
            Optional<Decided> last = lastBefore(course, at);
            count(month, last.map(Decided::tier).orElse(""));
            add(course, month, Group.LOST, last, at);
        });
        riskiest.forEach((month, decided) -> {
            if (!lost.containsKey(month)) {
                count(month, decided.tier());
                group(course, month, decided)
                        .ifPresent(group -> add(course, month, group, Optional.of(decided), end(month)));
            }
        });
    }

    /** All that was gathered. */
    public DiagnosisData data() {
        List<MonthCount> all = new ArrayList<>();
        counts.forEach((month, tiers) -> tiers.forEach((tier, count) -> all.add(new MonthCount(month, tier, count))));
        return new DiagnosisData(sightings, all);
    }

    private void count(YearMonth month, String tier) {
        counts.computeIfAbsent(month, key -> new TreeMap<>()).merge(tier, 1, Integer::sum);
    }

    private static Optional<Group> group(CustomerCourse course, YearMonth month, Decided decided) {
        boolean takesLess = course.outcomes().stream()
                .anyMatch(told -> told.leave().equals(Optional.of(LeaveType.PARTIAL))
                        && month(told.at()).equals(month));
        boolean fades = !decided.band().isEmpty()
                && !decided.band().equals("low")
                && decided.raising().stream()
                        .anyMatch(reason -> reason.code().equals(FADING) && reason.impact() >= TELLING);
        if (takesLess || fades) {
            return Optional.of(Group.DECLINING);
        }
        boolean wavers = decided.band().equals("high") || decided.band().equals("critical");
        return wavers ? Optional.of(Group.WAVERING) : Optional.empty();
    }

    private void add(CustomerCourse course, YearMonth month, Group group, Optional<Decided> decided, Instant known) {
        Instant until = group == Group.LOST ? known.plus(SPEAKS) : known;
        sightings.add(new Sighting(
                course.customer(),
                month,
                group,
                decided.map(Decided::tier).orElse(""),
                decided.map(Decided::owner).orElse(""),
                decided.flatMap(Sightings::leading),
                said(course, OutcomeKind.STATED_REASON, known.minus(SPEAKS), until),
                said(course, OutcomeKind.CONFIRMED_REASON, known.minus(SPEAKS), until),
                decided.map(Decided::answer).orElse(Answer.NONE),
                decided.map(Decided::action).orElse(""),
                decided.map(Decided::team).orElse(""),
                margin(course, end(month)),
                !course.heldOut()
                        && !course.refuses()
                        && decided.map(each -> each.answer() != Answer.HELD_OUT).orElse(true)));
    }

    private static Optional<String> leading(Decided decided) {
        return decided.raising().stream()
                .filter(reason -> reason.share() >= LEAST_SHARE)
                .map(CustomerCourse.Raising::code)
                .findFirst();
    }

    private static Optional<String> said(CustomerCourse course, OutcomeKind kind, Instant from, Instant until) {
        return course.outcomes().stream()
                .filter(told -> told.kind() == kind
                        && !told.at().isBefore(from)
                        && told.at().isBefore(until))
                .max(Comparator.comparing(Told::at))
                .flatMap(Told::reason);
    }

    private static OptionalDouble margin(CustomerCourse course, Instant end) {
        List<Told> told = course.outcomes().stream()
                .filter(each -> each.kind() == OutcomeKind.MARGIN
                        && each.at().isBefore(end)
                        && !each.at().isBefore(end.minus(YEAR)))
                .sorted(Comparator.comparing(Told::at).thenComparing(Told::amount))
                .toList();
        double sum = 0;
        for (Told each : told) {
            sum += each.amount();
        }
        return told.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** Who left is often told as a day, from midnight on, so that a decision of the same day counts as before. */
    private static Optional<Decided> lastBefore(CustomerCourse course, Instant at) {
        Instant nextDay = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return course.decisions().stream()
                .filter(decided -> !decided.winBack()
                        && decided.at().isBefore(nextDay)
                        && !decided.at().isBefore(at.minus(SPEAKS)))
                .reduce((one, other) -> other);
    }

    /** First ends of the customer's own will, of each line; who was cut off, or has not come back, cannot leave. */
    private static Map<YearMonth, Instant> lost(CustomerCourse course) {
        List<Told> turns = course.outcomes().stream()
                .filter(told -> told.kind() == OutcomeKind.RETURNED || isEnd(told))
                .sorted(Comparator.comparing(Told::at)
                        .thenComparing(told -> told.leave().equals(Optional.of(LeaveType.VOLUNTARY)) ? 0 : 1))
                .toList();
        Map<String, Boolean> gone = new HashMap<>();
        Map<YearMonth, Instant> lost = new TreeMap<>();
        for (Told turn : turns) {
            boolean back = turn.kind() == OutcomeKind.RETURNED;
            boolean before = gone.getOrDefault(turn.unit(), false);
            if (!back && !before && turn.leave().equals(Optional.of(LeaveType.VOLUNTARY))) {
                lost.putIfAbsent(month(turn.at()), turn.at());
            }
            gone.put(turn.unit(), !back);
        }
        return lost;
    }

    private static boolean isEnd(Told told) {
        return told.kind() == OutcomeKind.LEFT
                && told.leave()
                        .map(type -> type != LeaveType.INTERNAL && type != LeaveType.PARTIAL)
                        .orElse(false);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
