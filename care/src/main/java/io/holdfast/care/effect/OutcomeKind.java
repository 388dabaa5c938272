package io.holdfast.care.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can become of a customer. */
public enum OutcomeKind {
    /** Was still there on a day on which somebody looked. */
    STAYED,
    /** Left, with the type of leaving. */
    LEFT,
    /** Was lost and came back. */
    RETURNED,
    /** Answered a neutral survey: an amount on the company's own scale, the same for everybody. */
    SATISFACTION,
    /** Said why they left or complain. */
    STATED_REASON,
    /** An agent found out why. */
    CONFIRMED_REASON,
    /** Brought revenue: an amount of money. */
    REVENUE,
    /** Brought margin, net of discounts and of what care cost: an amount of money, below 0 where it was a loss. */
    MARGIN,
    /** Took an offer. */
    OFFER_ACCEPTED;

    /** As requests and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code; empty when there is none. */
    public static Optional<OutcomeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(OutcomeKind::code).collect(Collectors.joining(", "));
    }

    /** Whether it comes with an amount. */
    public boolean hasAmount() {
        return this == SATISFACTION || this == REVENUE || this == MARGIN;
    }

    /** Whether it comes with a reason's code. */
    public boolean hasReason() {
        return this == STATED_REASON || this == CONFIRMED_REASON;
    }
}
