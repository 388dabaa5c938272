package io.holdfast.care.decision;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import java.util.Optional;

/** Decides on care for one customer at a time. Thread-safe. */
public interface Care {
    /** Care by a playbook that fits the model's table; without one, nobody gets any. */
    static Care by(Optional<Playbook> playbook) {
        CareDecision none = new CareDecision.None(NoCareCause.NO_PLAYBOOK);
        return playbook.<Care>map(CareDecider::new).orElse((score, ranking, stale) -> none);
    }

    /**
     * The care for a customer, by their risk, leading actionable reason, value and id.
     *
     * @param stale whether the score may not be used any more
     */
    CareDecision decide(ChurnScore score, ReasonRanking ranking, boolean stale);
}
