package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.calendar.Season;
import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Circumstances;
import io.holdfast.simulation.hazard.Circumstances.Bond;
import io.holdfast.simulation.hazard.Circumstances.Habit;
import io.holdfast.simulation.hazard.Circumstances.Money;
import io.holdfast.simulation.hazard.Circumstances.Service;
import io.holdfast.simulation.hazard.Circumstances.Temper;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.CareGiven;
import io.holdfast.simulation.treatment.Reach;
import io.holdfast.simulation.world.World;
import java.util.List;

/** How units of a world live: where each stands as a month begins, and the month itself. */
public final class Lives {
    /** Months lived unrecorded before the start, so that nobody begins without a past. */
    public static final int BEFORE = 6;

    private static final int DISCOUNT_MEMORY = 2;
    private static final double CONTACT_UNTIL = 0.03;

    private final World world;
    private final Market market;
    private final Future future;
    private final List<MonthlyProcess> processes;

    /** Lives in a world, on a market. */
    public Lives(World world, Market market) {
        this(world, market, Future.OWN);
    }

    private Lives(World world, Market market, Future future) {
        this.world = world;
        this.market = market;
        this.future = future;
        this.processes = List.of(
                new PrivateLife(),
                new MarketForces(world, market),
                world.contractual() ? new Billing(world) : new Shopping(world, market),
                new ServiceQuality(world, market));
    }

    /**
     * The same until a month, and other chance from it on, for the market as for every unit.
     *
     * @param from the first month of the other future
     * @param number of that future; equal numbers are equal futures
     */
    public Lives otherwise(int from, long number) {
        Future other = new Future(from, number);
        return new Lives(world, market.otherwise(other), other);
    }

    /**
     * Where a unit stands on the first day of a month.
     *
     * @param relatives why others of the household left in the two months before
     */
    public Circumstances circumstances(Unit unit, int month, Season season, List<Cause> relatives) {
        Traits traits = unit.traits();
        int age = season.month().getYear() - unit.birth().getYear();
        int ended = month - unit.discountEnds;
        return new Circumstances(
                new Temper(traits.priceSensitivity(), traits.patience(), traits.attachment(), traits.demanding(), age),
                season.leaving(),
                season.moving(),
                month - (int) StrictMath.floor(unit.joined()),
                new Bond(
                        unit.contractEnds > month,
                        unit.contractEnds == month,
                        // What is going on as the month begins, so that the past alone tells the hazard.
                        market.rivalNear(unit.region, month - 1),
                        relatives,
                        month - unit.lastAttention,
                        traits.soleProduct()),
                new Service(
                        unit.failures.sum(3),
                        unit.badContacts.sum(2),
                        unit.complaintOpen,
                        unit.complaints.sum(6),
                        unit.failedLogins.sum(3),
                        traits.toil()),
                new Money(
                        unit.rises.sum(3),
                        unit.discountEnds != Unit.NEVER && ended > 0 && ended <= DISCOUNT_MEMORY,
                        unit.overPeers,
                        unit.isStrained(month),
                        unit.failedPayments.sum(4)),
                new Habit(
                        unit.engagement,
                        world.contractual() ? 0 : (month - unit.lastActive) * traits.rhythm(),
                        unit.needChangedIn == Unit.NEVER ? -1 : month - unit.needChangedIn - 1,
                        unit.streak));
    }

    /**
     * Lives through a month.
     *
     * @param until when the unit leaves, as a share of the month; 1 or more if it stays
     * @return cents earned with it, before what care gave away
     */
    public long live(Unit unit, int month, Season season, double until, Recorder recorder) {
        Diary diary = new Diary(unit, month, season, draws(unit, month), recorder, unit.joined() - month, until);
        unit.nextMonth();
        double came = unit.joined() - month;
        if (came >= 0 && came < 1) {
            diary.write(EventKind.JOIN, came, "", "");
            Profile.introduce(world, unit, month, season, recorder);
        }
        for (MonthlyProcess process : processes) {
            process.live(unit, diary);
        }
        return diary.revenue();
    }

    /** Lives through a month before the start, of which nothing is recorded. */
    public void liveUnrecorded(Unit unit, int month, Season season) {
        live(unit, month, season, 1, Recorder.NONE);
    }

    /** Tells what is known of a unit that came before the start. */
    public void introduce(Unit unit, Season season, Recorder recorder) {
        Profile.introduce(world, unit, 0, season, recorder);
    }

    /** Records the last that is seen of a unit; without a contract that is nothing. */
    public void depart(Unit unit, int month, Season season, double at, Cause cause, Recorder recorder) {
        if (world.contractual()) {
            Departure.record(
                    new Diary(unit, month, season, draws(unit, month), recorder, unit.joined() - month, 1), at, cause);
        }
    }

    /** Records a care contact, on one of the first days of the month. */
    public void contact(Unit unit, int month, Season season, CareGiven given, Recorder recorder) {
        CareAction action = given.action();
        Diary diary = new Diary(unit, month, season, draws(unit, month), recorder, unit.joined() - month, 1);
        double at = CONTACT_UNTIL * diary.draws().uniform(Purpose.TIME, 3);
        diary.write(EventKind.CARE, at, action.contactCost(), 0, action.code(), action.channel(), 0);
    }

    /** How well care reaches a unit as a month begins: those who have lost interest rarely pick up the phone. */
    public Reach reach(Unit unit) {
        return new Reach(
                unit.engagement < -1 ? 0.6 : 1, 0.4 + 0.55 * unit.traits().priceSensitivity());
    }

    /** Chance in a unit's month. */
    public Draws draws(Unit unit, int month) {
        return future.of(unit.draws.at(month + (long) BEFORE), month);
    }
}
