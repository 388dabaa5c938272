package io.holdfast.serving.store;

import io.holdfast.care.plan.Arm;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it stands.
 *
 * @param decisionId names it
 * @param planId of which plan
 * @param customerId byte for byte; after a merge the id that stays
 * @param unit the line, policy or account; empty where the customer is the unit
 * @param predictionId the score it rests on
 * @param arm side of the measurement
 * @param status {@code planned}, {@code withheld} (a shadow, never to be carried out) or {@code none}
 * @param cause why there is no care
 * @param action code of the action; after an override the one that was done instead
 * @param goal of the action, {@code retain} or {@code win-back}; empty where unknown
 * @param channel of its first step
 * @param dueChannel of the first step that is not closed; looked for in open decisions only
 * @param nextAt when that step is due, after a call-back when that is; likewise
 * @param text of its first step
 * @param explanation a JSON array
 * @param assignedWith the probability with which this was chosen
 * @param campaignShare the probability with which the campaign's own lot held the customer out, 0 to 1; 0 for who is held out for good, and where unknown
 * @param decidedAt when
 * @param dueAt when its first step is due
 * @param expiresAt from when on it is nobody's answer any more
 * @param state {@code open}, {@code done}, {@code expired} or {@code superseded}
 * @param overridden whether somebody did something else, or nothing, instead of it or of the steps that were left
 */
public record StoredDecision(
        String decisionId,
        String planId,
        String customerId,
        String unit,
        Optional<String> predictionId,
        String arm,
        String status,
        Optional<String> cause,
        Optional<String> action,
        Optional<String> goal,
        Optional<String> channel,
        Optional<String> dueChannel,
        Optional<Instant> nextAt,
        LocalizedText text,
        String explanation,
        double assignedWith,
        double campaignShare,
        Instant decidedAt,
        Instant dueAt,
        Instant expiresAt,
        String state,
        boolean overridden) {
    /** The state of a decision that stands. */
    static final String OPEN = "open";

    /** The state of a decision whose work is done, or that somebody overrode. */
    public static final String DONE = "done";

    /** The arm of whoever has a right to what is decided. */
    static final String SERVED = Arm.SERVED.code();

    /** Whether it is carried out whatever side of the measurement the customer stands on. */
    boolean isService() {
        return arm.equals(SERVED) && status.equals(NewDecision.PLANNED);
    }

    /** Whether it is to win back a customer who has left. */
    public boolean isWinBack() {
        return goal.equals(Optional.of(NewDecision.WIN_BACK));
    }

    /** Whether a merge set it aside. */
    boolean isSuperseded() {
        return state.equals("superseded");
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    StoredDecision withNext(Optional<String> byChannel, Optional<Instant> at) {
        return new StoredDecision(
                decisionId,
                planId,
                customerId,
                unit,
                predictionId,
                arm,
                status,
                cause,
                action,
                goal,
                channel,
                byChannel,
                at,
                text,
                explanation,
                assignedWith,
                campaignShare,
                decidedAt,
                dueAt,
                expiresAt,
                state,
                overridden);
    }
}
