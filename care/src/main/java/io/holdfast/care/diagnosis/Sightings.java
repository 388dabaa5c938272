package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<YearMonth, MonthCover> covers = new TreeMap<>();

    private final Instant now;

    /** Who in a month is in a group, and by which decisions. */
    private record Seen(
            YearMonth month, Group group, Optional<Decided> speaks, List<Decided> decisions, boolean counted) {}

    /**
     * Nobody yet.
     *
     * @param now up to which decisions and outcomes are known
     */
    public Sightings(Instant now) {
        this.now = now;
    }

    /** Adds a customer. */
    public void add(CustomerCourse course) {
        Turns turns = new Turns(course);
        Map<YearMonth, List<Decided>> standing = Standing.of(course, now);
        Map<YearMonth, Instant> lost = turns.lost();
        Map<YearMonth, Boolean> stays = new TreeMap<>();
        lost.forEach((month, at) -> {
            List<Decided> decisions = standing.getOrDefault(month, List.of());
            addLost(course, month, at, decisions);
            if (!decisions.isEmpty()) {
                stays.put(month, false);
            }
        });
        standing.forEach((month, decisions) -> {
            if (!lost.containsKey(month)) {
                addThere(course, month, decisions, turns).ifPresent(stay -> stays.put(month, stay));
            }
        });
        stays.forEach((month, stay) -> cover(month, stay, stays.getOrDefault(month.minusMonths(1), false)));
    }

    private void addLost(CustomerCourse course, YearMonth month, Instant at, List<Decided> standing) {
        List<Decided> before = before(course, at);
        Optional<Decided> speaks = before.stream().reduce((one, other) -> other).or(() -> Standing.riskiest(standing));
        List<Decided> decisions = new ArrayList<>(before);
        decisions.addAll(standing);
        count(month, speaks.map(Decided::tier).orElse(""), standing.isEmpty() ? 0 : 1);
        add(course, new Seen(month, Group.LOST, speaks, decisions, !standing.isEmpty()), at);
    }

    /**
     * Whoever was there in a part of the month is counted, and in a group only who is there at its end.
     *
     * @return whether somebody who is counted is there at its end
     */
    private Optional<Boolean> addThere(CustomerCourse course, YearMonth month, List<Decided> standing, Turns turns) {
        List<Decided> there = standing.stream()
                .filter(decided -> !turns.isGone(decided, Months.end(month)))
                .toList();
        List<Decided> counted = standing.stream()
                .filter(decided -> there.contains(decided) || !turns.isGone(decided, Months.start(month)))
                .toList();
        Standing.riskiest(there.isEmpty() ? counted : there).ifPresent(decided -> count(month, decided.tier(), 1));
        Standing.riskiest(there)
                .ifPresent(decided -> group(course, month, decided)
                        .ifPresent(group -> add(
                                course,
                                new Seen(month, group, Optional.of(decided), counted, true),
                                Months.end(month))));
        return counted.isEmpty() ? Optional.empty() : Optional.of(!there.isEmpty());
    }

    /** All that was gathered. */
    public DiagnosisData data() {
        List<MonthCount> all = new ArrayList<>();
        counts.forEach((month, tiers) -> tiers.forEach((tier, count) -> all.add(new MonthCount(month, tier, count))));
        return new DiagnosisData(sightings, all, List.copyOf(covers.values()));
    }

    private void count(YearMonth month, String tier, int customers) {
        counts.computeIfAbsent(month, key -> new TreeMap<>()).merge(tier, customers, Integer::sum);
    }

    private void cover(YearMonth month, boolean stays, boolean again) {
        MonthCover old = covers.getOrDefault(month, new MonthCover(month, 0, 0));
        covers.put(month, new MonthCover(month, old.staying() + (stays ? 1 : 0), old.again() + (again ? 1 : 0)));
    }

    private static Optional<Group> group(CustomerCourse course, YearMonth month, Decided decided) {
        boolean takesLess = course.outcomes().stream()
                .anyMatch(told -> told.leave().equals(Optional.of(LeaveType.PARTIAL))
                        && Months.of(told.at()).equals(month));
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

    private void add(CustomerCourse course, Seen seen, Instant known) {
        Instant until = seen.group() == Group.LOST ? known.plus(SPEAKS) : known;
        Optional<Decided> speaks = seen.speaks();
        Optional<Decided> answering = Standing.answering(seen.decisions());
        sightings.add(new Sighting(
                course.customer(),
                seen.month(),
                seen.group(),
                speaks.map(Decided::tier).orElse(""),
                speaks.map(Decided::owner).orElse(""),
                speaks.flatMap(Sightings::leading),
                said(course, OutcomeKind.STATED_REASON, known.minus(SPEAKS), until),
                said(course, OutcomeKind.CONFIRMED_REASON, known.minus(SPEAKS), until),
                answering.map(Decided::answer).orElse(Answer.NONE),
                answering.map(Decided::action).orElse(""),
                answering.map(Decided::team).orElse(""),
                margin(course, Months.end(seen.month())),
                mayBeAsked(course, seen),
                seen.counted()));
    }

    /** Who wanted no contact, in the month or later, is not called; nor is who is held out with any line. */
    private static boolean mayBeAsked(CustomerCourse course, Seen seen) {
        boolean refuses = course.refuses()
                || seen.decisions().stream().anyMatch(Decided::refuses)
                || course.decisions().stream()
                        .anyMatch(decided -> decided.refuses() && !decided.at().isBefore(Months.start(seen.month())));
        return !refuses
                && !course.heldOut()
                && seen.decisions().stream().noneMatch(decided -> decided.answer() == Answer.HELD_OUT);
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
    private static List<Decided> before(CustomerCourse course, Instant at) {
        Instant nextDay = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return course.decisions().stream()
                .filter(decided -> !decided.winBack()
                        && decided.at().isBefore(nextDay)
                        && !decided.at().isBefore(at.minus(SPEAKS)))
                .toList();
    }
}
