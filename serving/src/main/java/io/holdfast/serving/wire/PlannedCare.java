package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.care.decision.CareStatus;
import io.holdfast.care.decision.NoCareCause;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.StoredDecision;
import io.holdfast.serving.work.BarrierCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The care of one customer as every reply has it once there is a store.
 *
 * @param status {@code recommended}, {@code withheld}, {@code none}, or {@value #NOT_PLANNED}
 * @param cause why there is none; {@value #DONE}, {@value #OVERRIDDEN} or {@value #EXPIRED} where the last care that was decided is over
 * @param action code of the action; null when withheld, since nobody is to carry it out
 * @param text what to do; empty unless recommended
 * @param channel by which way
 * @param decisionId names the decision, for contacts and overrides
 * @param dueAt when the step is due that is next, after a call-back when that is
 * @param expiresAt from when on it is no answer any more
 * @param unitId the line, policy or account that it is about; null where it is about the customer with all they have
 */
@JsonPropertyOrder({"status", "cause", "action", "text", "channel", "decisionId", "dueAt", "expiresAt", "unitId"})
public record PlannedCare(
        String status,
        @Nullable String cause,
        @Nullable String action,
        String text,
        @Nullable String channel,
        @Nullable String decisionId,
        @Nullable String dueAt,
        @Nullable String expiresAt,
        @Nullable String unitId) {
    /** No plan has decided about the customer, or its decision is done or over. */
    public static final String NOT_PLANNED = "not_planned";

    /** The last care that was decided is done, and nothing more is due. */
    static final String DONE = "done";

    /** Somebody did something else, or nothing, instead of the last care that was decided, or of the steps that were left of it. */
    static final String OVERRIDDEN = "overridden";

    /** The last care that was decided was not done in its time. */
    static final String EXPIRED = "expired";

    /** The unit that the decision is about has left, and the customer, by what is known, not with all they have. */
    static final String UNIT_LEFT = "unit_left";

    /** The score is too old to act on, so nothing is done, whatever was decided. */
    static final PlannedCare STALE =
            new PlannedCare(CareStatus.NONE.code(), NoCareCause.STALE.code(), null, "", null, null, null, null, null);

    private static final PlannedCare NOTHING =
            new PlannedCare(NOT_PLANNED, null, null, "", null, null, null, null, null);

    /** What is held out is not named: whoever reads it is about to talk to the customer. */
    private static @Nullable String shown(boolean planned, Optional<String> part) {
        return planned ? part.orElse(null) : null;
    }

    /** A shadow that is over was no care; who is to get none now missed none. */
    private static PlannedCare over(StoredDecision last, CustomerState state) {
        if (!last.status().equals(NewDecision.PLANNED)) {
            return NOTHING;
        }
        return state.barrier(last)
                .map(cause -> barred(cause, last, state, null, null))
                .orElseGet(() -> new PlannedCare(
                        NOT_PLANNED,
                        whyOver(last),
                        null,
                        "",
                        null,
                        last.decisionId(),
                        null,
                        null,
                        Units.shown(last.unit())));
    }

    private static PlannedCare barred(
            BarrierCause cause,
            StoredDecision decision,
            CustomerState state,
            @Nullable String decisionId,
            @Nullable String expiresAt) {
        boolean ofUnit = cause == BarrierCause.ALREADY_LEFT && !state.left("");
        return new PlannedCare(
                CareStatus.NONE.code(),
                ofUnit ? UNIT_LEFT : cause.code(),
                null,
                "",
                null,
                decisionId,
                null,
                expiresAt,
                Units.shown(decision.unit()));
    }

    private static String whyOver(StoredDecision last) {
        if (last.overridden()) {
            return OVERRIDDEN;
        }
        return last.state().equals(StoredDecision.DONE) ? DONE : EXPIRED;
    }

    /**
     * The one answer. Whoever is to get no care any more gets nothing, whatever was decided.
     *
     * @param language of the text
     */
    public static PlannedCare of(CustomerState state, Language language) {
        Optional<StoredDecision> open = state.decision();
        if (open.isEmpty()) {
            return state.last().map(last -> over(last, state)).orElse(NOTHING);
        }
        StoredDecision decision = open.get();
        Optional<BarrierCause> barrier =
                state.objects() ? Optional.of(BarrierCause.PROFILING_OBJECTION) : state.barrier(decision);
        if (barrier.isPresent()) {
            return barred(
                    barrier.get(),
                    decision,
                    state,
                    decision.decisionId(),
                    decision.expiresAt().toString());
        }
        boolean planned = decision.status().equals(NewDecision.PLANNED);
        return new PlannedCare(
                planned ? CareStatus.RECOMMENDED.code() : decision.status(),
                decision.cause().orElse(null),
                shown(planned, decision.action()),
                planned ? decision.text().in(language) : "",
                shown(planned, decision.channel()),
                decision.decisionId(),
                planned ? decision.nextAt().orElse(decision.dueAt()).toString() : null,
                decision.expiresAt().toString(),
                Units.shown(decision.unit()));
    }
}
