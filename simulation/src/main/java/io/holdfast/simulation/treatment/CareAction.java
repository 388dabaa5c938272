package io.holdfast.simulation.treatment;

import io.holdfast.simulation.hazard.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a company can do for a customer, with its true effect. Some help, one does nothing, some harm whom they do not concern. */
public enum CareAction {
    /** Helps against prices while it lasts and brings leaving back when it ends; reminds the disengaged that they could leave. */
    DISCOUNT_OFFER(
            "discount-offer",
            "phone",
            5_00,
            0.20,
            3,
            2,
            new Remedy(Cause.PRICE, 0.35, 2.00),
            new Remedy(Cause.COMPETITOR, 0.70, 1.20),
            Remedy.of(Cause.DISENGAGEMENT, 3.50)),
    /** A senior person answers for what went wrong. */
    SERVICE_RECOVERY(
            "service-recovery",
            "phone",
            8_00,
            0,
            4,
            0,
            Remedy.of(Cause.FAILED_RECOVERY, 0.30),
            Remedy.of(Cause.SERVICE_ENCOUNTER, 0.45),
            Remedy.of(Cause.CORE_SERVICE, 0.80)),
    /** Somebody repairs it. */
    REPAIR("repair", "in-person", 25_00, 0, 6, 0, Remedy.of(Cause.CORE_SERVICE, 0.30)),
    EASY_PAYMENT(
            "easy-payment",
            "email",
            1_00,
            0,
            12,
            0,
            Remedy.of(Cause.INCONVENIENCE, 0.35),
            Remedy.of(Cause.NON_PAYMENT, 0.85)),
    /** A friendly call without an occasion: good for the neglected, unwelcome to the disengaged. */
    COURTESY_CALL(
            "courtesy-call",
            "phone",
            4_00,
            0,
            6,
            0,
            Remedy.of(Cause.NEGLECT, 0.35),
            Remedy.of(Cause.DISENGAGEMENT, 1.40)),
    NEEDS_REVIEW(
            "needs-review",
            "phone",
            7_00,
            0,
            6,
            0,
            Remedy.of(Cause.NEED_CHANGE, 0.50),
            Remedy.of(Cause.FINANCES, 0.80),
            Remedy.of(Cause.PRICE, 0.90)),
    PAYMENT_PLAN(
            "payment-plan",
            "phone",
            6_00,
            0,
            6,
            0,
            Remedy.of(Cause.FINANCES, 0.45),
            Remedy.of(Cause.NON_PAYMENT, 0.45)),
    LOYALTY_POINTS(
            "loyalty-points",
            "message",
            50,
            0.03,
            6,
            0,
            Remedy.of(Cause.DISENGAGEMENT, 0.70),
            Remedy.of(Cause.COMPETITOR, 0.85)),
    /** Does nothing. */
    NEWSLETTER("newsletter", "email", 5, 0, 1, 0);

    private static final List<CareAction> ALL = List.of(values());

    private final String code;
    private final String channel;
    private final long contactCost;
    private final double concession;
    private final int months;
    private final int monthsAfter;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Remedy> remedies;

    CareAction(
            String code,
            String channel,
            long contactCost,
            double concession,
            int months,
            int monthsAfter,
            Remedy... remedies) {
        this.code = code;
        this.channel = channel;
        this.contactCost = contactCost;
        this.concession = concession;
        this.months = months;
        this.monthsAfter = monthsAfter;
        this.remedies = List.of(remedies);
    }

    /** Every action, in the order of files. */
    public static List<CareAction> all() {
        return ALL;
    }

    /** The action of this name in files, if there is one. */
    public static Optional<CareAction> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }

    /** The name in files. */
    public String code() {
        return code;
    }

    /** How the customer is reached. */
    public String channel() {
        return channel;
    }

    /** What the contact costs, in cents, whether or not anybody answers. */
    public long contactCost() {
        return contactCost;
    }

    /** What share of the revenue is given away each month while the action lasts, by those who accept; 0 when nothing is offered. */
    public double concession() {
        return concession;
    }

    /** Whether it does anything only for those who accept. What harms, harms whoever is reached. */
    public boolean isOffer() {
        return concession > 0;
    }

    /** Months it lasts, the one it is given in included. */
    public int months() {
        return months;
    }

    /** Months after its end in which it still tells. */
    public int monthsAfter() {
        return monthsAfter;
    }

    /** What it does, by cause; a cause that is not listed stays as it is. */
    public List<Remedy> remedies() {
        return remedies;
    }
}
