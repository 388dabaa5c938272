package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.event.Recorder;

/** One unit's month as it is recorded: what would have happened before joining or after leaving did not. */
final class Diary {
    private static final int KINDS = 32;
    private static final int A_MONTH = 64;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double STRAGGLERS = 0.01;

    private final int unit;
    private final int month;
    private final Season season;
    private final Draws draws;
    private final Recorder recorder;
    private final double from;
    private final double until;
    private final int[] counts = new int[EventKind.values().length];
    private long revenue;

    /**
     * @param from when the unit comes, as a share of the month; 0 or less if it is there
     * @param until when it leaves, as a share of the month; 1 or more if it stays
     */
    Diary(Unit unit, int month, Season season, Draws draws, Recorder recorder, double from, double until) {
        this.unit = unit.number();
        this.month = month;
        this.season = season;
        this.draws = draws;
        this.recorder = recorder;
        this.from = from;
        this.until = until;
    }

    boolean covers(double at) {
        return at >= from && at < until && at < 1;
    }

    /** An event without measures. */
    boolean write(EventKind kind, double at, String category, String channel) {
        return write(kind, at, 0, 0, category, channel, 0);
    }

    /**
     * Records an event, if the unit is there.
     *
     * @param at when, as a share of the month
     * @param delayDays how long until the company usually knows; a few events take weeks longer
     * @return whether it happened
     */
    boolean write(
            EventKind kind, double at, long amount, int quantity, String category, String channel, double delayDays) {
        int count = counts[kind.index()]++;
        if (!covers(at) || count >= A_MONTH) {
            return false;
        }
        // The number does not depend on events of other kinds, so care shifts no number but its own.
        int slot = kind.index() * A_MONTH + count;
        long occurred = second(at);
        long arrived = occurred + (long) (days(delayDays, slot) * SECONDS_A_DAY);
        recorder.event(new Event(
                unit, month * KINDS * A_MONTH + slot, kind, occurred, arrived, amount, quantity, category, channel));
        return true;
    }

    private double days(double usual, int slot) {
        if (usual == 0) {
            return 0;
        }
        double delay = usual * draws.exponential(Purpose.ARRIVAL, 2 * slot);
        return draws.chance(STRAGGLERS, Purpose.ARRIVAL, 2 * slot + 1) ? delay + 20 : delay;
    }

    /** An attribute's new value; the company knows at once. */
    void attribute(String name, String value, double at) {
        if (covers(at)) {
            recorder.attribute(new AttributeChange(unit, name, value, second(at), second(at)));
        }
    }

    void earn(long cents) {
        revenue += cents;
    }

    /** Cents earned in the month, before concessions. */
    long revenue() {
        return revenue;
    }

    int month() {
        return month;
    }

    Season season() {
        return season;
    }

    Draws draws() {
        return draws;
    }

    private long second(double at) {
        return season.firstSecond() + (long) (at * season.seconds());
    }
}
