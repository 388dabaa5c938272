package io.holdfast.simulation.event;

/** Kinds of recorded events, and which measures they have. */
public enum EventKind {
    JOIN("join", false, false),
    USAGE("usage", false, true),
    ORDER("order", true, true),
    RETURN("return", true, true),
    CANCELLATION("cancellation", true, true),
    BILL("bill", true, false),
    PAYMENT("payment", true, false),
    PAYMENT_FAILED("payment-failed", true, false),
    /** The customer gets in touch; quantity is minutes waited. */
    CONTACT("contact", false, true),
    COMPLAINT("complaint", false, false),
    COMPLAINT_RESOLVED("complaint-resolved", false, false),
    /** An answer to a survey; quantity is 1 (bad) to 5 (good). */
    SATISFACTION("satisfaction", false, true),
    LOGIN("login", false, false),
    LOGIN_FAILED("login-failed", false, false),
    /** The service failed; quantity is hours. */
    OUTAGE("outage", false, true),
    /** A late or wrong delivery; quantity is minutes late. */
    DELIVERY_FAILED("delivery-failed", false, true),
    /** The price rose; amount is the new monthly charge or fee. */
    PRICE_CHANGE("price-change", true, false),
    RENEWAL("renewal", false, true),
    PLAN_CHANGE("plan-change", true, false),
    /** A rival's campaign that market watchers saw where the customer lives. */
    COMPETITOR_OFFER("competitor-offer", false, false),
    PORT_REQUEST("port-request", false, false),
    /** The contract ended; category is the leave type as the company knows it. */
    LEAVE("leave", false, false),
    /** A care contact by the company; category is the action. Never a feature. */
    CARE("care", true, false);

    private final String code;
    private final boolean amount;
    private final boolean quantity;

    EventKind(String code, boolean amount, boolean quantity) {
        this.code = code;
        this.amount = amount;
        this.quantity = quantity;
    }

    /** Its number, from 0; below 32. */
    @SuppressWarnings("EnumOrdinal") // the order is part of every simulated history
    public int index() {
        return ordinal();
    }

    /** The name in files. */
    public String code() {
        return code;
    }

    /** Whether it is measured in money. */
    public boolean hasAmount() {
        return amount;
    }

    /** Whether it is measured in a number of something. */
    public boolean hasQuantity() {
        return quantity;
    }
}
