package io.holdfast.serving.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an agent reports of one attempt.
 *
 * @param attemptId given by whoever reports it, so that reporting it twice counts once
 * @param itemId the work item
 * @param agent who tried
 * @param disposition what came of it
 * @param callBackAt when the customer wants to be called again; only where the item stays open
 * @param note in the agent's words, may be empty
 * @param occurredAt when it was, where it is reported later; midnight UTC for a whole day; empty for now
 */
public record Attempt(
        String attemptId,
        String itemId,
        String agent,
        Disposition disposition,
        Optional<Instant> callBackAt,
        String note,
        Optional<Instant> occurredAt) {
    /** The most attempts at one item; the last one closes it whatever came of it. */
    public static final int MOST = 5;

    /** One that is reported as it happens. */
    public Attempt(
            String attemptId,
            String itemId,
            String agent,
            Disposition disposition,
            Optional<Instant> callBackAt,
            String note) {
        this(attemptId, itemId, agent, disposition, callBackAt, note, Optional.empty());
    }

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if a closing disposition has a call-back time
     */
    public Attempt {
        if (disposition.closes() && callBackAt.isPresent()) {
            throw new IllegalArgumentException("callBackAt: with " + disposition.code()
                    + " (expected: only with a disposition that leaves the item open)");
        }
    }

    /** When it was; a day may begin later by the clock of its midnight than where it was said to be. */
    public Instant at(Instant reportedAt) {
        return occurredAt.filter(reportedAt::isAfter).orElse(reportedAt);
    }

    /**
     * The same, or the moment of an attempt that was noted before if that is later and may be of the same day, where the day is all that is said: what is
     * reported later came later then.
     */
    public Instant after(Optional<LastAttempt> noted, Instant reportedAt) {
        Instant own = at(reportedAt);
        return day().flatMap(day ->
                        noted.map(LastAttempt::at).filter(last -> last.isAfter(own) && last.isBefore(Days.end(day))))
                .orElse(own);
    }

    /**
     * The call-back that stands after it. What was arranged for a later day stands beside a day that arranges nothing, and so does what was arranged for that day
     * on that day (UTC), since the order of the two is not known. Of two call-backs the later one stands where that day and the moment of the attempt before
     * may be the same day somewhere, but are not by UTC.
     *
     * @param noted the attempt before
     * @param arranged the item's call-back until then
     */
    public Optional<Instant> callBackAfter(
            Optional<LastAttempt> noted, Optional<Instant> arranged, Instant reportedAt) {
        if (disposition.closes() || day().isEmpty()) {
            return callBackAt;
        }
        Instant over = day().get().plus(Duration.ofDays(1));
        Optional<Instant> last = noted.map(LastAttempt::at);
        if (callBackAt.isPresent()) {
            boolean perhaps = last.filter(at -> !at.isBefore(over)).isPresent();
            return perhaps ? arranged.filter(callBackAt.get()::isBefore).or(() -> callBackAt) : callBackAt;
        }
        boolean thatDay = last.filter(at -> !at.isBefore(day().get()) && at.isBefore(over))
                .isPresent();
        return arranged.filter(at -> !at.isBefore(over) || (thatDay && hasAhead(at, reportedAt)));
    }

    private Optional<Instant> day() {
        return occurredAt.filter(Days::isDay);
    }

    /**
     * Whether a call-back lies ahead of it. A day without an hour does so as long as it lasts anywhere, of two days the same one does.
     *
     * @param reportedAt the moment of the attempt where it says none
     */
    public boolean hasAhead(Instant callBack, Instant reportedAt) {
        return day().map(day -> !callBack.isBefore(Days.isDay(callBack) ? day : Days.start(day)))
                .orElseGet(() -> Days.end(callBack).plus(Clocks.DIFFER).isAfter(at(reportedAt)));
    }

    /**
     * Where the item is afterwards.
     *
     * @param attempts at it, this one included
     */
    public WorkStatus next(int attempts) {
        return disposition.closes() || attempts >= MOST ? WorkStatus.CLOSED : WorkStatus.OPEN;
    }
}
