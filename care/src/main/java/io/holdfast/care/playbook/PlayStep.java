package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Set;

/**
 * One contact of a play.
 *
 * @param channel by which way
 * @param team who does it; empty if nobody in particular
 * @param afterDays days after the play has begun, not falling from step to step
 * @param text what the agent is to do, in every language
 * @param stopOn after which results of this step the play ends
 */
public record PlayStep(Channel channel, String team, int afterDays, LocalizedText text, Set<Disposition> stopOn) {
    /** Keeps a copy. */
    public PlayStep {
        stopOn = Set.copyOf(stopOn);
    }
}
