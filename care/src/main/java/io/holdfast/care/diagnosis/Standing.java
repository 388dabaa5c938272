package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells which decisions stand in a month: of each line those made in it, else the last one before that has not run out. */
final class Standing {
    /** Whoever is held out with one line is so as a customer; then what was done counts more than what is to be done. */
    private static final List<Answer> FIRST = List.of(Answer.HELD_OUT, Answer.REACHED, Answer.PLANNED, Answer.NONE);

    private Standing() {}

    /** The decisions of every month up to that of an instant; those to win back are none of a customer. */
    static Map<YearMonth, List<Decided>> of(CustomerCourse course, Instant now) {
        Map<String, List<Decided>> lines = course.decisions().stream()
                .filter(decided -> !decided.winBack())
                .collect(Collectors.groupingBy(Decided::unit, TreeMap::new, Collectors.toList()));
        Map<YearMonth, List<Decided>> standing = new TreeMap<>();
        lines.values().forEach(line -> {
            for (int i = 0; i < line.size(); i++) {
                Decided decided = line.get(i);
                YearMonth made = Months.of(decided.at());
                YearMonth end = end(decided, now);
                if (i + 1 < line.size()) {
                    YearMonth next = Months.of(line.get(i + 1).at());
                    end = next.isBefore(end) ? next : end;
                }
                for (YearMonth month = made; month.equals(made) || month.isBefore(end); month = month.plusMonths(1)) {
                    standing.computeIfAbsent(month, key -> new ArrayList<>()).add(decided);
                }
            }
        });
        return standing;
    }

    /** The first month in which it does not stand any more, or of which nothing is known yet. */
    private static YearMonth end(Decided decided, Instant now) {
        Instant until = decided.until().isBefore(now) ? decided.until() : now;
        return Months.of(until.minusNanos(1)).plusMonths(1);
    }

    /** The one of the highest risk, of equal ones the last. */
    static Optional<Decided> riskiest(List<Decided> decisions) {
        return decisions.stream().reduce((one, other) -> other.probability() >= one.probability() ? other : one);
    }

    /** The one that says what care there was, with whichever line. */
    static Optional<Decided> answering(List<Decided> decisions) {
        return decisions.stream()
                .min(Comparator.comparingInt((Decided decided) -> FIRST.indexOf(decided.answer()))
                        .thenComparingDouble(decided -> -decided.probability()));
    }
}
