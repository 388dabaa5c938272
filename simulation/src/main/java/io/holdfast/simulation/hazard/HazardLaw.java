package io.holdfast.simulation.hazard;

import io.holdfast.simulation.hazard.Circumstances.Bond;
import io.holdfast.simulation.hazard.Circumstances.Habit;
import io.holdfast.simulation.hazard.Circumstances.Money;
import io.holdfast.simulation.hazard.Circumstances.Service;
import io.holdfast.simulation.hazard.Circumstances.Temper;

/**
 * Why customers leave, as a law: circumstances to intensities. On purpose it is no sum of functions of single columns: most causes bite only
 * past a threshold, several only together, and what holds a customer multiplies them all. docs/simulation.md says it in words.
 */
public final class HazardLaw {
    private static final int MONTHS_A_YEAR = 12;
    /** Pull of a change of needs, by months since. */
    private static final double[] NEED = {0.010, 0.028, 0.040, 0.032, 0.018, 0.008};

    private static final double LOCK = 0.10;
    /** A contract binds less where the company does not keep its own side. */
    private static final double LOCK_UNKEPT = 0.40;

    private static final double ENDING = 2.4;

    private final double scale;

    /**
     * A law.
     *
     * @param scale factor on all voluntary causes, above 0
     */
    public HazardLaw(double scale) {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale: " + scale + " (expected: finite, above 0)");
        }
        this.scale = scale;
    }

    /** The intensities of a month. */
    public Intensities of(Circumstances now) {
        double[] pull = new double[Cause.all().size()];
        Temper temper = now.temper();
        Service service = now.service();
        put(pull, Cause.CORE_SERVICE, failures(temper, service));
        put(pull, Cause.SERVICE_ENCOUNTER, encounters(temper, service));
        put(pull, Cause.FAILED_RECOVERY, recovery(service));
        put(pull, Cause.PRICE, price(temper, now.money(), now.bond()));
        put(pull, Cause.INCONVENIENCE, service.toil() && service.failedLogins() >= 2 ? 0.045 : 0);
        put(pull, Cause.NEGLECT, neglect(now.bond(), now.tenure()));
        put(pull, Cause.NEED_CHANGE, need(now.habit()));
        put(pull, Cause.COMPETITOR, rival(temper, now.bond()));
        put(pull, Cause.FINANCES, now.money().strained() && now.money().overPeers() > 0.95 ? 0.04 : 0);
        put(pull, Cause.DISENGAGEMENT, fading(now.habit()));
        contagion(pull, now.bond());
        hold(pull, now);
        others(pull, now);
        return Intensities.of(pull);
    }

    private static double failures(Temper temper, Service service) {
        if (service.failures() < 2) {
            return 0;
        }
        double pull = service.failures() == 2 ? 0.012 : 0.06 * (1.3 - temper.patience());
        return temper.demanding() ? 1.8 * pull : pull;
    }

    private static double encounters(Temper temper, Service service) {
        if (service.badContacts() == 0) {
            return 0;
        }
        return (service.badContacts() == 1 ? 0.02 : 0.08) * (1.2 - temper.patience());
    }

    private static double recovery(Service service) {
        if (!service.complaintOpen()) {
            return 0;
        }
        return service.complaints() >= 2 ? 0.12 : 0.05;
    }

    /** A rise hurts where somebody cheaper is at hand, and those who look at prices far more than twice as much. */
    private static double price(Temper temper, Money money, Bond bond) {
        double pull = 0;
        if (money.rises() > 0) {
            pull += bond.rivalNear() ? 0.16 : 0.015;
        }
        if (money.discountEnded()) {
            pull += 0.10;
        }
        if (money.overPeers() > 1.15) {
            pull += bond.rivalNear() ? 0.06 : 0.02;
        }
        return pull * temper.priceSensitivity() * temper.priceSensitivity();
    }

    private static double neglect(Bond bond, int tenure) {
        if (!bond.soleProduct() || tenure < MONTHS_A_YEAR / 2 || bond.monthsSinceAttention() < 9) {
            return 0;
        }
        return bond.monthsSinceAttention() < 18 ? 0.008 : 0.016;
    }

    private static double need(Habit habit) {
        int months = habit.monthsSinceNeedChange();
        return months < 0 || months >= NEED.length ? 0 : NEED[months];
    }

    private static double rival(Temper temper, Bond bond) {
        if (!bond.rivalNear()) {
            return 0;
        }
        double loose = 1.1 - temper.attachment();
        return 0.05 * loose * loose;
    }

    /** Judged by the customer's own rhythm: a month of silence says nothing of one who buys twice a year. */
    private static double fading(Habit habit) {
        double silent = habit.gapRatio() > 5 ? 0.10 : habit.gapRatio() > 3 ? 0.04 : 0;
        double listless = habit.engagement() < -2 ? 0.05 : habit.engagement() < -1.3 ? 0.015 : 0;
        return StrictMath.max(silent, listless);
    }

    private static void contagion(double[] pull, Bond bond) {
        for (Cause cause : bond.relatives()) {
            for (Cause each : Cause.voluntary()) {
                pull[each.index()] *= 1.5;
            }
            pull[cause.index()] += 0.06;
        }
    }

    /** What holds a customer multiplies every cause. */
    private void hold(double[] pull, Circumstances now) {
        double habit = now.habit().streak() >= MONTHS_A_YEAR ? 0.7 : 1;
        double common = scale
                * now.season()
                * habit
                * StrictMath.exp(0.4 - 0.8 * now.temper().attachment());
        if (now.bond().ending()) {
            common *= ENDING;
        }
        for (Cause cause : Cause.voluntary()) {
            pull[cause.index()] *= common * (now.bond().locked() ? lock(cause) : 1);
        }
    }

    private static double lock(Cause cause) {
        return cause == Cause.CORE_SERVICE || cause == Cause.FAILED_RECOVERY ? LOCK_UNKEPT : LOCK;
    }

    private static void others(double[] pull, Circumstances now) {
        int failed = now.money().failedPayments();
        put(pull, Cause.NON_PAYMENT, failed >= 3 ? 0.35 : 0);
        put(pull, Cause.MOVED, 0.0012 * now.moving());
        // Gompertz: about 1 % a year at 68, doubling every eight years.
        put(
                pull,
                Cause.DIED,
                0.01 / MONTHS_A_YEAR * StrictMath.exp((now.temper().age() - 68) * 0.0866));
        put(pull, Cause.TRANSFERRED, now.bond().locked() || now.tenure() < 2 * MONTHS_A_YEAR ? 0.0003 : 0.0015);
    }

    private static void put(double[] pull, Cause cause, double value) {
        pull[cause.index()] = value;
    }
}
