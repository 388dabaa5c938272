package io.holdfast.features.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What kinds of events mean, by which features, texts and reasons are chosen. The word in files is a kind's own name as well. */
public enum KindRole {
    /** Money spent: the heart beat of customers without a contract. */
    PURCHASE("purchase", "disengagement", "order"),
    /** The service was used. */
    USAGE("usage", "disengagement"),
    /** Somebody looked in: a log-in, a visit. */
    VISIT("visit", "disengagement", "login"),
    /** Goods came back. */
    RETURN("return", "core-service"),
    /** An order was taken back. */
    CANCELLATION("cancellation", "core-service"),
    /** What is owed. */
    BILL("bill", "price"),
    /** What was paid. */
    PAYMENT("payment", "price"),
    /** What was not paid, or could not be. */
    PAYMENT_FAILED("payment-failed", "finances"),
    /** The customer got in touch. */
    CONTACT("contact", "service-encounter"),
    /** The customer complained. */
    COMPLAINT("complaint", "failed-recovery"),
    /** A complaint was answered for the first time. */
    ANSWER("complaint-answered", "failed-recovery"),
    /** A complaint was settled. */
    SOLUTION("complaint-resolved", "failed-recovery"),
    /** A survey was answered. */
    SATISFACTION("satisfaction", "service-encounter"),
    /** A log-in failed. */
    LOGIN_FAILED("login-failed", "inconvenience"),
    /** The service failed. */
    OUTAGE("outage", "core-service"),
    /** A delivery was late or wrong. */
    DELIVERY_FAILED("delivery-failed", "inconvenience"),
    /** The price changed. */
    PRICE_CHANGE("price-change", "price"),
    /** A rival's offer is known of. */
    COMPETITOR("competitor-offer", "competitor"),
    /** The customer asked to take the number elsewhere. */
    PORT_REQUEST("port-request", "competitor"),
    /** A contract was renewed. */
    RENEWAL("renewal", "competitor"),
    /** Another plan was chosen. */
    PLAN_CHANGE("plan-change", "need-change"),
    /** The unit came, or came back. */
    JOIN("join", "profile"),
    /** The unit left. Never a feature. */
    LEAVE("leave", "profile"),
    /** The company got in touch to keep the customer. Never a feature. */
    CARE("care", "profile"),
    /** Anything else. */
    OTHER("other", "profile");

    private static final Map<String, KindRole> WORDS = new LinkedHashMap<>();

    static {
        for (KindRole role : values()) {
            WORDS.put(role.word, role);
        }
    }

    private final String word;
    private final String reason;
    private final String alias;

    KindRole(String word, String reason) {
        this(word, reason, word);
    }

    KindRole(String word, String reason, String alias) {
        this.word = word;
        this.reason = reason;
        this.alias = alias;
    }

    /** As files write it. */
    public String word() {
        return word;
    }

    /** The code of the reason that such events are evidence for, unless the description says otherwise. */
    public String reason() {
        return reason;
    }

    /** Whether features may be made of it. */
    public boolean isObserved() {
        return this != CARE && this != LEAVE;
    }

    static Map<String, KindRole> words() {
        return WORDS;
    }

    /** The role that a kind of this name has where the description does not say. */
    public static Optional<KindRole> named(String kind) {
        for (KindRole role : values()) {
            if (role.word.equals(kind) || role.alias.equals(kind)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
