package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When what a customer has ended, and when it came back. */
final class Turns {
    private final List<Told> turns;
    private final List<Decided> winBacks;

    Turns(CustomerCourse course) {
        this.turns = course.outcomes().stream()
                .filter(told -> told.kind() == OutcomeKind.RETURNED || isEnd(told))
                .sorted(Comparator.comparing(Told::at)
                        .thenComparing(told -> told.leave().equals(Optional.of(LeaveType.VOLUNTARY)) ? 0 : 1))
                .toList();
        this.winBacks = course.decisions().stream().filter(Decided::winBack).toList();
    }

    /** First ends of the customer's own will, of each line; who was cut off, or has not come back, cannot leave. */
    Map<YearMonth, Instant> lost() {
        Map<String, Boolean> gone = new HashMap<>();
        Map<YearMonth, Instant> lost = new TreeMap<>();
        for (Told turn : turns) {
            boolean before = gone.getOrDefault(turn.unit(), false);
            if (!before && turn.leave().equals(Optional.of(LeaveType.VOLUNTARY))) {
                lost.putIfAbsent(Months.of(turn.at()), turn.at());
            }
            gone.put(turn.unit(), isEnd(turn));
        }
        return lost;
    }

    /** Whether what a decision is about had ended before an instant, and was not back: as reported, or as a later decision to win it back knows. */
    boolean isGone(Decided decided, Instant at) {
        boolean gone = winBacks.stream()
                .anyMatch(other -> other.unit().equals(decided.unit())
                        && other.at().isAfter(decided.at())
                        && other.at().isBefore(at));
        for (Told turn : turns) {
            if (turn.at().isBefore(at) && concerns(turn, decided.unit())) {
                gone = isEnd(turn);
            }
        }
        return gone;
    }

    /** What is told of all that a customer has concerns each line; who is back with one line is back. */
    private static boolean concerns(Told turn, String unit) {
        return turn.unit().isEmpty() || turn.unit().equals(unit) || (unit.isEmpty() && !isEnd(turn));
    }

    private static boolean isEnd(Told told) {
        return told.kind() == OutcomeKind.LEFT
                && told.leave()
                        .map(type -> type != LeaveType.INTERNAL && type != LeaveType.PARTIAL)
                        .orElse(false);
    }
}
