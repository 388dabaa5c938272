package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.world.World;

/** Failures of the service, contacts, complaints and what becomes of them, log-ins, surveys. */
final class ServiceQuality implements MonthlyProcess {
    private static final int LONG_WAIT = 12;
    private static final double TWO_WEEKS = 14;
    private static final double DAYS_A_MONTH = 30;

    private final World world;
    private final Market market;

    ServiceQuality(World world, Market market) {
        this.world = world;
        this.market = market;
    }

    @Override
    public void live(Unit unit, Diary diary) {
        if (world.contractual()) {
            outages(unit, diary);
        }
        logins(unit, diary);
        boolean bad = contact(unit, diary);
        settle(unit, diary);
        complain(unit, diary, bad);
    }

    private void outages(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double mean = 0.08 * (unit.traits().weakLine() ? 4 : 1) * (market.storm(unit.region, diary.month()) ? 8 : 1);
        int outages = draws.poisson(mean, Purpose.FAILURE, 0);
        for (int at = 1; at <= outages; at++) {
            int hours = 1 + (int) (6 * draws.exponential(Purpose.FAILURE, 2 * at));
            if (diary.write(
                    EventKind.OUTAGE, draws.uniform(Purpose.FAILURE, 2 * at + 1), 0, hours, "network", "", 0.5)) {
                unit.failures.add();
            }
        }
    }

    private void logins(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        int logins = draws.poisson(1.6 * unit.traits().digital(), Purpose.LOGIN, 0);
        double failing = unit.traits().glitchy() ? 0.5 : 0.03;
        for (int at = 1; at <= logins; at++) {
            boolean failed = draws.chance(failing, Purpose.LOGIN, 2 * at);
            EventKind kind = failed ? EventKind.LOGIN_FAILED : EventKind.LOGIN;
            if (diary.write(kind, draws.uniform(Purpose.LOGIN, 2 * at + 1), "", "app") && failed) {
                unit.failedLogins.add();
            }
        }
    }

    /** Whether the customer got in touch and was not served well. */
    private boolean contact(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double wish = 0.04 + (unit.failures.sum(1) > 0 ? 0.3 : 0) + (unit.rises.sum(1) > 0 ? 0.12 : 0);
        double at = draws.uniform(Purpose.CONTACT, 0);
        if (!draws.chance(wish, Purpose.CONTACT, 1) || !diary.covers(at)) {
            return false;
        }
        double mean = market.shortStaffed(unit.region, diary.month()) ? 14 : 4;
        int minutes = (int) (mean * draws.exponential(Purpose.CONTACT, 2));
        boolean rude = draws.chance(0.1, Purpose.CONTACT, 3);
        boolean bad = rude || minutes >= LONG_WAIT;
        String topic = unit.failures.sum(1) > 0 ? "fault" : unit.rises.sum(1) > 0 ? "price" : "question";
        diary.write(
                EventKind.CONTACT, at, 0, minutes, topic, draws.chance(0.6, Purpose.CONTACT, 4) ? "phone" : "chat", 0);
        unit.lastAttention = diary.month();
        if (bad) {
            unit.badContacts.add();
        }
        if (draws.chance(0.35, Purpose.SURVEY, 0)) {
            int liking = bad ? 1 + draws.below(2, Purpose.SURVEY, 1) : 3 + draws.below(3, Purpose.SURVEY, 1);
            diary.write(EventKind.SATISFACTION, at + 0.03, 0, liking, "contact", "email", 1);
        }
        return bad;
    }

    private static void complain(Unit unit, Diary diary, boolean bad) {
        Draws draws = diary.draws();
        double wish = 0.004 + (unit.failures.sum(2) >= 2 ? 0.25 : 0) + (bad ? 0.25 : 0);
        double at = draws.uniform(Purpose.COMPLAINT, 0);
        if (!draws.chance(wish, Purpose.COMPLAINT, 1) || !diary.covers(at)) {
            return;
        }
        String about = unit.failures.sum(2) > 0 ? "fault" : bad ? "staff" : "other";
        diary.write(EventKind.COMPLAINT, at, about, "phone");
        unit.complaints.add();
        double days = 10 * draws.exponential(Purpose.COMPLAINT, 2);
        if (days > TWO_WEEKS || !draws.chance(0.8, Purpose.COMPLAINT, 3)) {
            unit.complaintOpen = true;
        } else {
            diary.write(EventKind.COMPLAINT_RESOLVED, at + days / DAYS_A_MONTH, about, "phone");
        }
    }

    /** Some of the complaints that have waited are settled at last. */
    private static void settle(Unit unit, Diary diary) {
        Draws draws = diary.draws();
        double at = draws.uniform(Purpose.COMPLAINT, 4);
        if (unit.complaintOpen && draws.chance(0.35, Purpose.COMPLAINT, 5) && diary.covers(at)) {
            unit.complaintOpen = false;
            diary.write(EventKind.COMPLAINT_RESOLVED, at, "late", "phone");
        }
    }
}
