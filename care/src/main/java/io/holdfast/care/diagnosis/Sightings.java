package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.EffectStudy;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** How long after a decision its effect is measured. */
    private static final Duration MEASURED = Duration.ofDays(EffectStudy.PRIMARY_DAYS);

    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<YearMonth, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<YearMonth, MonthCover> covers = new TreeMap<>();

    private final Set<YearMonth> eventful = new TreeSet<>();

    private final Set<String> evident = new TreeSet<>();
    private final Instant now;

    /** Who in a month is in a group, and by which decisions: that which knows the customer, that of the reason, and those of care. */
    private record Seen(
            YearMonth month,
            Group group,
            Optional<Decided> known,
            Optional<Decided> speaks,
            List<Decided> decisions,
            boolean counted) {}

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
        course.decisions().forEach(decided -> {
            leading(decided).ifPresent(evident::add);
            eventful.add(Months.of(decided.at()));
        });
        course.outcomes().forEach(told -> eventful.add(Months.of(told.at())));
        course.outcomes().stream()
                .filter(told -> told.kind() == OutcomeKind.STATED_REASON || told.kind() == OutcomeKind.CONFIRMED_REASON)
                .forEach(told -> told.reason().ifPresent(evident::add));
        Turns turns = new Turns(course);
        Map<YearMonth, List<Decided>> standing = Standing.of(course, now);
        Map<YearMonth, Told> lost = turns.lost();
        Map<YearMonth, Boolean> stays = new TreeMap<>();
        lost.forEach((month, end) -> {
            List<Decided> decisions = standing.getOrDefault(month, List.of());
            addLost(course, month, end, decisions, turns).ifPresent(stay -> stays.put(month, stay));
        });
        standing.forEach((month, decisions) -> {
            if (!lost.containsKey(month)) {
                addThere(course, month, decisions, turns).ifPresent(stay -> stays.put(month, stay));
            }
        });
        Optional<YearMonth> first = standing.keySet().stream().findFirst();
        stays.forEach((month, stay) -> {
            boolean again = stays.getOrDefault(month.minusMonths(1), false);
            int waited = again ? waited(month, standing.getOrDefault(month.minusMonths(1), List.of())) : 0;
            boolean fresh = first.equals(Optional.of(month));
            covers.merge(
                    month, new MonthCover(month, stay ? 1 : 0, again ? 1 : 0, fresh ? 1 : 0, waited), MonthCover::and);
        });
    }

    /** Months since the last one was made of the decisions that stood the month before. */
    private static int waited(YearMonth month, List<Decided> before) {
        return before.stream()
                .map(decided -> (int) Months.of(decided.at()).until(month, ChronoUnit.MONTHS))
                .min(Comparator.naturalOrder())
                .orElse(1);
    }

    /**
     * The reason is that of what left; care is told of all that the customer had.
     *
     * @return whether somebody who is counted is there at the end of the month, with another line
     */
    private Optional<Boolean> addLost(
            CustomerCourse course, YearMonth month, Told end, List<Decided> standing, Turns turns) {
        List<Decided> counted = standing.stream()
                .filter(decided -> !turns.isGone(decided, Months.start(month)) || !turns.isGone(decided, end.at()))
                .toList();
        List<Decided> decisions = before(course, end.at()).stream()
                .filter(decided -> !turns.isGone(decided, end.at()))
                .collect(Collectors.toCollection(ArrayList::new));
        Optional<Decided> speaks = Standing.speaking(of(decisions, end)).or(() -> Standing.speaking(of(counted, end)));
        decisions.addAll(counted);
        Optional<Decided> known = speaks.or(() -> Standing.speaking(decisions));
        count(month, known.map(Decided::tier).orElse(""), counted.isEmpty() ? 0 : 1);
        add(course, new Seen(month, Group.LOST, known, speaks, decisions, !counted.isEmpty()), end.at());
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(counted.stream().anyMatch(decided -> !turns.isGone(decided, Months.end(month))));
    }

    private static List<Decided> of(List<Decided> decisions, Told end) {
        return decisions.stream()
                .filter(decided -> Turns.speaksOf(decided, end))
                .toList();
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
        Standing.speaking(there.isEmpty() ? counted : there).ifPresent(decided -> count(month, decided.tier(), 1));
        Standing.speaking(there)
                .ifPresent(decided -> group(course, month, decided)
                        .ifPresent(group -> add(
                                course,
                                new Seen(month, group, Optional.of(decided), Optional.of(decided), counted, true),
                                Months.end(month))));
        return counted.isEmpty() ? Optional.empty() : Optional.of(!there.isEmpty());
    }

    /** All that was gathered. */
    public DiagnosisData data() {
        List<MonthCount> all = new ArrayList<>();
        counts.forEach((month, tiers) -> tiers.forEach((tier, count) -> all.add(new MonthCount(month, tier, count))));
        return new DiagnosisData(sightings, all, List.copyOf(covers.values()), eventful, evident);
    }

    private void count(YearMonth month, String tier, int customers) {
        counts.computeIfAbsent(month, key -> new TreeMap<>()).merge(tier, customers, Integer::sum);
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
        Optional<Decided> answering = Standing.answering(seen.decisions());
        sightings.add(new Sighting(
                course.customer(),
                seen.month(),
                seen.group(),
                seen.known().map(Decided::tier).orElse(""),
                seen.known().map(Decided::owner).orElse(""),
                seen.speaks().flatMap(Sightings::leading),
                said(course, OutcomeKind.STATED_REASON, known.minus(SPEAKS), until),
                said(course, OutcomeKind.CONFIRMED_REASON, known.minus(SPEAKS), until),
                answering.map(Decided::answer).orElse(Answer.NONE),
                answering.map(Decided::action).orElse(""),
                answering.map(Decided::team).orElse(""),
                margin(course, Months.end(seen.month())),
                mayBeAsked(course, seen),
                seen.counted()));
    }

    /** Who wanted no contact, in the month or later, is not called; nor is who is held out, for good or by a lot whose effect is still being measured. */
    private static boolean mayBeAsked(CustomerCourse course, Seen seen) {
        boolean refuses = course.refuses()
                || seen.decisions().stream().anyMatch(Decided::refuses)
                || course.decisions().stream()
                        .anyMatch(decided -> decided.refuses() && !decided.at().isBefore(Months.start(seen.month())));
        return !refuses
                && !course.heldOut()
                && course.decisions().stream()
                        .noneMatch(decided -> decided.answer() == Answer.HELD_OUT
                                && decided.at().plus(MEASURED).isAfter(Months.end(seen.month())));
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
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
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
