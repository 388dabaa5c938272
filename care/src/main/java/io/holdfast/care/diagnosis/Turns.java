package io.holdfast.care.diagnosis;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** When what a customer has ended, and when it came back: as reported, or as decisions know. */
final class Turns {
    private final List<Turn> turns;

    /** What is known of a line, or of all that a customer has. */
    private record Turn(Instant at, String unit, boolean ends, Optional<Told> told) {
        static Turn of(Told told) {
            return new Turn(told.at(), told.unit(), isEnd(told), Optional.of(told));
        }

        static Turn of(Decided decided) {
            return new Turn(decided.at(), decided.unit(), decided.winBack(), Optional.empty());
        }

        boolean isVoluntary() {
            return told.flatMap(Told::leave).equals(Optional.of(LeaveType.VOLUNTARY));
        }
    }

    Turns(CustomerCourse course) {
        List<Turn> all = Stream.concat(
                        told(course).stream().map(Turn::of),
                        course.decisions().stream().map(Turn::of))
                .sorted(Comparator.comparing(Turn::at))
                .toList();
        this.turns = all.stream().anyMatch(Turn::ends) ? all : List.of();
    }

    /** Of two ends of one line at one moment the one that was told last. */
    private static List<Told> told(CustomerCourse course) {
        List<Told> told = new ArrayList<>();
        for (Told next : course.outcomes()) {
            if (isEnd(next)) {
                told.removeIf(other -> isEnd(other)
                        && other.at().equals(next.at())
                        && other.unit().equals(next.unit()));
            }
            if (isEnd(next) || next.kind() == OutcomeKind.RETURNED) {
                told.add(next);
            }
        }
        return told;
    }

    /**
     * First ends of the customer's own will, in each month, of what did not come back by its end; who was cut off, or has not come back, cannot leave. Whoever came back and was cut off then did not
     * leave of their own will.
     */
    Map<YearMonth, Told> lost() {
        Map<YearMonth, Told> lost = new TreeMap<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.isVoluntary()
                    && !isGone(turn.unit(), i)
                    && isGoneSince(i, before(Months.end(Months.of(turn.at()))))) {
                turn.told().ifPresent(end -> lost.putIfAbsent(Months.of(end.at()), end));
            }
        }
        return lost;
    }

    /** Whether what a decision is about had ended before an instant, and was not back. */
    boolean isGone(Decided decided, Instant at) {
        return isGone(decided.unit(), before(at));
    }

    /** How many turns came before an instant. */
    private int before(Instant at) {
        int before = 0;
        while (before < turns.size() && turns.get(before).at().isBefore(at)) {
            before++;
        }
        return before;
    }

    private boolean isGone(String unit, int before) {
        Optional<Turn> end = Optional.empty();
        for (Turn turn : turns.subList(0, before)) {
            if (turn.ends() && concerns(turn, unit)) {
                end = Optional.of(turn);
            } else if (end.isPresent() && isBack(unit, end.get(), turn)) {
                end = Optional.empty();
            }
        }
        return end.isPresent();
    }

    /** Whether what ended with a turn did not come back before another one, whatever else ended after it. */
    private boolean isGoneSince(int since, int before) {
        String unit = turns.get(since).unit();
        Turn end = turns.get(since);
        for (Turn turn : turns.subList(since + 1, before)) {
            if (isBack(unit, end, turn)) {
                return false;
            }
            if (turn.ends() && concerns(turn, unit)) {
                end = turn;
            }
        }
        return true;
    }

    /**
     * Who is back with one line is back as a customer. A decision to keep tells no more than the customer file that it rests on, which may be older than the end that was reported: so it does only
     * after as long as a score speaks.
     */
    private static boolean isBack(String unit, Turn end, Turn turn) {
        if (turn.ends()) {
            return false;
        }
        if (turn.told().isPresent()) {
            return concerns(turn, unit) || unit.isEmpty();
        }
        boolean sameWhole = turn.unit().isEmpty() && end.unit().isEmpty();
        Instant known = end.told().isPresent() ? end.at().plus(Sightings.SPEAKS) : end.at();
        return (sameWhole || turn.unit().equals(unit) || unit.isEmpty())
                && !turn.at().isBefore(known);
    }

    /** What is told of all that a customer has concerns each line. */
    private static boolean concerns(Turn turn, String unit) {
        return turn.unit().isEmpty() || turn.unit().equals(unit);
    }

    /** Whether an end concerns what a decision is about, one of the whole customer among them. */
    static boolean speaksOf(Decided decided, Told end) {
        return end.unit().isEmpty()
                || decided.unit().isEmpty()
                || decided.unit().equals(end.unit());
    }

    private static boolean isEnd(Told told) {
        return told.kind() == OutcomeKind.LEFT
                && told.leave()
                        .map(type -> type != LeaveType.INTERNAL && type != LeaveType.PARTIAL)
                        .orElse(false);
    }
}
