package io.holdfast.simulation.draw;

/** What a number is drawn for. The order is part of every simulated history: new purposes go to the end. */
public enum Purpose {
    TRAIT,
    JOIN,
    HOUSEHOLD,
    LEAVE,
    REGION,
    OWNER,
    PLAN,
    CONTRACT,
    DISCOUNT,
    PREFERENCE,
    LIFE,
    ENGAGEMENT,
    ACTIVITY,
    CATEGORY,
    AMOUNT,
    TIME,
    FAILURE,
    CONTACT,
    COMPLAINT,
    SURVEY,
    LOGIN,
    PAYMENT,
    MARKET,
    PRICE,
    ARRIVAL,
    REACH,
    ACCEPT,
    IDENTITY,
    DIRT,
    POLICY;

    @SuppressWarnings("EnumOrdinal") // the order is part of every simulated history
    long index() {
        return ordinal();
    }
}
