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

/** Tells which decisions stand in a month: of each line those made in it, else the last one of the two months before. */
final class Standing {
    /**
     * Months for which a decision speaks, its own among them. It is the same whatever was chosen: if a play kept its customers longer than no play does, a month without a plan would be one of the
     * risky alone.
     */
    private static final int MONTHS = 3;

    /** Whoever is held out with one line is so as a customer; then what was done counts more than what is to be done. */
    private static final List<Answer> FIRST = List.of(Answer.HELD_OUT, Answer.REACHED, Answer.PLANNED, Answer.NONE);

    private Standing() {}

    /** The decisions of every month up to that of an instant; those to win back are none of a customer. */
    static Map<YearMonth, List<Decided>> of(CustomerCourse course, Instant now) {
        Map<String, List<Decided>> lines = course.decisions().stream()
                .filter(decided -> !decided.winBack())
                .collect(Collectors.groupingBy(Decided::unit, TreeMap::new, Collectors.toList()));
        YearMonth unknown = Months.of(now.minusNanos(1)).plusMonths(1);
        Map<YearMonth, List<Decided>> standing = new TreeMap<>();
        lines.values().forEach(line -> {
            for (int i = 0; i < line.size(); i++) {
                YearMonth made = Months.of(line.get(i).at());
                YearMonth end = earlier(made.plusMonths(MONTHS), unknown);
                if (i + 1 < line.size()) {
                    end = earlier(end, Months.of(line.get(i + 1).at()));
                }
                for (YearMonth month = made; month.equals(made) || month.isBefore(end); month = month.plusMonths(1)) {
                    standing.computeIfAbsent(month, key -> new ArrayList<>()).add(line.get(i));
                }
            }
        });
        return standing;
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return other.isBefore(one) ? other : one;
    }

    /** Of the last one of each line the one of the highest risk, of equal ones the last: what was feared on the first of a month and is over by its end speaks for nobody. */
    static Optional<Decided> speaking(List<Decided> decisions) {
        Map<String, Decided> last = new TreeMap<>();
        decisions.forEach(decided ->
                last.merge(decided.unit(), decided, (one, other) -> other.at().isBefore(one.at()) ? one : other));
        return last.values().stream().reduce((one, other) -> other.probability() >= one.probability() ? other : one);
    }

    /** The one that says what care there was, with whichever line. */
    static Optional<Decided> answering(List<Decided> decisions) {
        return decisions.stream()
                .min(Comparator.comparingInt((Decided decided) -> FIRST.indexOf(decided.answer()))
                        .thenComparingDouble(decided -> -decided.probability()));
    }
}
