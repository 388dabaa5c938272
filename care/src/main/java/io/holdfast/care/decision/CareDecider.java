package io.holdfast.care.decision;

import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import java.util.Optional;

/**
 * Chooses care by look-up in a playbook. Thread-safe.
 *
 * <p>The order of the questions matters. The lot is drawn last, so that a held-out customer passes through the same choice as everybody else
 * and those who get an action can be compared with those who would have got it. Only the leading actionable reason is answered: going on to
 * the next one where the playbook has no action would hide that gap, and offer a customer an answer to something that is not
 * their main one.
 */
final class CareDecider implements Care {
    private static final CareDecision STALE = new CareDecision.None(NoCareCause.STALE);

    private final Playbook playbook;
    private final HoldOut holdOut;

    CareDecider(Playbook playbook) {
        this.playbook = playbook;
        this.holdOut = new HoldOut(playbook.holdOut());
    }

    @Override
    public CareDecision decide(ChurnScore score, ReasonRanking ranking, boolean stale) {
        return stale ? STALE : decide(score.customer(), score.probability(), ranking);
    }

    /** @param probability of leaving within the horizon, 0 to 1 */
    CareDecision decide(CustomerRecord customer, double probability, ReasonRanking ranking) {
        if (probability < playbook.contactThreshold()) {
            return new CareDecision.None(NoCareCause.BELOW_THRESHOLD);
        }
        Optional<RankedReason> leading = ranking.leadingActionable();
        if (leading.isEmpty()) {
            return new CareDecision.None(NoCareCause.NO_ACTIONABLE_REASON);
        }
        Optional<ValueTier> tier = playbook.tier(customer);
        Optional<CareAction> action = firstAnswer(leading.get().reason().code(), tier);
        if (action.isEmpty()) {
            return new CareDecision.None(NoCareCause.NO_ACTION);
        }
        return holdOut.withholds(customer.id(), tier)
                ? new CareDecision.Withheld(action.get())
                : new CareDecision.Recommended(action.get());
    }

    /** The order of the file is its author's order of preference, and the only one there is before effects are measured. */
    private Optional<CareAction> firstAnswer(String reason, Optional<ValueTier> tier) {
        for (CareAction action : playbook.actions()) {
            if (action.answers(reason, tier)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
