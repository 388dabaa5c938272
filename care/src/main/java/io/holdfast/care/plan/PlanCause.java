package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a customer gets no care in a plan, from what rules everybody out to what concerned the last candidate left. */
public enum PlanCause {
    /** The customer objects to profiling; nothing was computed. */
    EXCLUDED,
    /** The customer wants no contact. */
    OPTED_OUT,
    /** The customer, or this unit of theirs, has already left; nothing was computed. */
    ALREADY_LEFT,
    /** A decision of an earlier plan still stands, and is the customer's answer. */
    EARLIER_DECISION,
    /** No play is for such a customer: goal, tier, stage or eligibility. */
    NO_PLAY,
    /** Nothing triggers a play now: no reason, occasion, cadence or event. */
    NO_TRIGGER,
    /** The risk is below the playbook's contact threshold. */
    BELOW_THRESHOLD,
    /** A complaint is open, and there is no service for it: nobody advertises to who waits for an answer. */
    COMPLAINT_OPEN,
    /** A rule of law or of the playbook forbids what would be left; a filed request among them. */
    FORBIDDEN,
    /** No channel the customer agrees to and likes. */
    NO_CHANNEL,
    /** The number or address of the channel that would be left is another's. */
    WRONG_NUMBER,
    /** The plays take longer than there is time. */
    TOO_LATE,
    /** The play was given recently. */
    COOL_DOWN,
    /** The customer refused the play recently. */
    DECLINED,
    /** The play's contacts would be more than the playbook allows in so many days. */
    CONTACT_LIMIT,
    /** The customer's margin is unknown, so no gain can be computed. */
    NO_MARGIN,
    /** What would be left is shown to do harm, and is not assigned any more. */
    HARMFUL,
    /** Doing nothing is expected to bring more. */
    NO_GAIN,
    /** Budget or capacity does more elsewhere. */
    NO_CAPACITY,
    /** Another unit of the same customer has the play, by this plan or by an earlier one that still stands. */
    OTHER_UNIT;

    /** Whether it is the customer who wants none, whatever there is. */
    boolean isRefusal() {
        return this == EXCLUDED || this == OPTED_OUT;
    }

    /** Whether the customer is not scored. */
    public boolean isUnscored() {
        return this == EXCLUDED || this == ALREADY_LEFT;
    }

    /** The name in files and replies. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cause of a code. */
    public static Optional<PlanCause> of(String code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code().equals(code))
                .findFirst();
    }

    /** One sentence. */
    public LocalizedText text() {
        return CauseWords.of(this);
    }
}
