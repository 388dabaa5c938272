package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.treatment.CareGiven;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What can leave, a line or a customer, with the state it is in. Only this package changes it, month by month. */
public final class Unit {
    /** No month: an end that is not set. */
    static final int NEVER = Integer.MIN_VALUE;

    private final int number;
    private final int customer;
    private final int household;
    private final LocalDate birth;
    private final double joined;
    private final Traits traits;
    final Draws draws;

    int region;
    int owner;
    int plan;
    double overPeers = 1;
    int contractEnds = NEVER;
    int discountEnds = NEVER;
    boolean needChanged;
    int needChangedIn = NEVER;
    int strainedUntil = NEVER;
    double engagement;
    double lastActive;
    int lastAttention;
    int streak;
    boolean complaintOpen;
    boolean consents = true;

    final Recent failures;
    final Recent badContacts;
    final Recent complaints;
    final Recent failedLogins;
    final Recent failedPayments;
    final Recent rises;

    private final List<CareGiven> care;
    private boolean gone;

    Unit(int number, int customer, int household, LocalDate birth, double joined, Traits traits, Draws draws) {
        this.number = number;
        this.customer = customer;
        this.household = household;
        this.birth = birth;
        this.joined = joined;
        this.traits = traits;
        this.draws = draws;
        this.failures = new Recent();
        this.badContacts = new Recent();
        this.complaints = new Recent();
        this.failedLogins = new Recent();
        this.failedPayments = new Recent();
        this.rises = new Recent();
        this.care = new ArrayList<>(0);
        this.lastActive = joined;
        this.lastAttention = (int) StrictMath.floor(joined);
    }

    private Unit(Unit other) {
        this.number = other.number;
        this.customer = other.customer;
        this.household = other.household;
        this.birth = other.birth;
        this.joined = other.joined;
        this.traits = other.traits;
        this.draws = other.draws;
        this.region = other.region;
        this.owner = other.owner;
        this.plan = other.plan;
        this.overPeers = other.overPeers;
        this.contractEnds = other.contractEnds;
        this.discountEnds = other.discountEnds;
        this.needChanged = other.needChanged;
        this.needChangedIn = other.needChangedIn;
        this.strainedUntil = other.strainedUntil;
        this.engagement = other.engagement;
        this.lastActive = other.lastActive;
        this.lastAttention = other.lastAttention;
        this.streak = other.streak;
        this.complaintOpen = other.complaintOpen;
        this.consents = other.consents;
        this.failures = new Recent(other.failures);
        this.badContacts = new Recent(other.badContacts);
        this.complaints = new Recent(other.complaints);
        this.failedLogins = new Recent(other.failedLogins);
        this.failedPayments = new Recent(other.failedPayments);
        this.rises = new Recent(other.rises);
        this.care = new ArrayList<>(other.care);
        this.gone = other.gone;
    }

    /** Another unit in the same state, which goes its own way from here. */
    public Unit copy() {
        return new Unit(this);
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** Number of the customer it belongs to, from 0. */
    public int customer() {
        return customer;
    }

    /** Number of the household, from 0. */
    public int household() {
        return household;
    }

    /** The customer's birthday. */
    public LocalDate birth() {
        return birth;
    }

    /** When it came, in months from the start of the simulation; negative for before. */
    public double joined() {
        return joined;
    }

    /** What never changes. */
    public Traits traits() {
        return traits;
    }

    /** Whether it can leave in a month: it came before and has not left. */
    public boolean atRisk(int month) {
        return !gone && joined < month;
    }

    /** Whether it is there at any time of a month. */
    public boolean isPresent(int month) {
        return !gone && joined < month + 1;
    }

    /** It has left, for good. */
    public void leave() {
        gone = true;
    }

    /** Care has been given. What no longer tells is forgotten, and the same again prolongs it instead of adding to it. */
    public void receive(CareGiven given) {
        care.removeIf(past -> !past.tellsIn(given.month()) || (given.reached() && past.action() == given.action()));
        care.add(given);
    }

    /** The care that may still tell, oldest first. */
    public List<CareGiven> care() {
        return care;
    }

    /** The share of revenue that care gives away in a month, 0 to 1. */
    public double concession(int month) {
        double share = 0;
        for (CareGiven given : care) {
            if (given.concedesIn(month)) {
                share = StrictMath.max(share, given.action().concession());
            }
        }
        return share;
    }

    boolean isStrained(int month) {
        return month < strainedUntil;
    }

    void nextMonth() {
        failures.nextMonth();
        badContacts.nextMonth();
        complaints.nextMonth();
        failedLogins.nextMonth();
        failedPayments.nextMonth();
        rises.nextMonth();
    }

    /** Whoever would have left before the start is taken for somebody who had no trouble. */
    public void forgetTrouble(int month) {
        failures.clear();
        badContacts.clear();
        complaints.clear();
        failedLogins.clear();
        failedPayments.clear();
        rises.clear();
        complaintOpen = false;
        overPeers = 1;
        discountEnds = NEVER;
        strainedUntil = NEVER;
        needChangedIn = NEVER;
        engagement = 0;
        lastActive = month;
        lastAttention = month;
    }
}
