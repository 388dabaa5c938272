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

    /** Clocks differ by minutes. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

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
     * The same behind an attempt that was noted before and may be of the same day, where the day is all that is said: what is reported later came later
     * then.
     */
    public Instant after(Optional<LastAttempt> noted, Instant reportedAt) {
        return occurredAt
                .filter(Days::isDay)
                .flatMap(day -> noted.map(LastAttempt::at)
                        .filter(last -> !last.isBefore(Days.start(day)) && last.isBefore(Days.end(day))))
                .orElse(at(reportedAt));
    }

    /**
     * The call-back that stands after it. A day may be a moment that fell on midnight UTC and that something was arranged after; so one without a call-back
     * takes none away that lies ahead of it.
     *
     * @param arranged the item's until then
     */
    public Optional<Instant> callBackAfter(Optional<Instant> arranged, Instant reportedAt) {
        boolean day = occurredAt.filter(Days::isDay).isPresent();
        return callBackAt.or(() -> arranged.filter(at -> day && !disposition.closes() && isBefore(at, reportedAt)));
    }

    /**
     * Whether a call-back lies ahead of it. A day without an hour does so as long as it lasts anywhere, of two days the same one does.
     *
     * @param reportedAt the moment of the attempt where it says none
     */
    public boolean isBefore(Instant callBack, Instant reportedAt) {
        if (occurredAt.filter(Days::isDay).isPresent()) {
            Instant day = occurredAt.get();
            return !callBack.isBefore(Days.isDay(callBack) ? day : Days.start(day));
        }
        return Days.end(callBack).plus(CLOCKS).isAfter(at(reportedAt));
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
