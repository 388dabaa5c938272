package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import org.jspecify.annotations.Nullable;

/** Lets stand what was kept of a plan before, a play that is stopped by now too. */
final class KeptPlays {
    private final Candidates candidates;
    private final Choices choices;
    private final Groups groups;

    KeptPlays(Candidates candidates, Choices choices) {
        this.candidates = candidates;
        this.choices = choices;
        this.groups = candidates.groups();
    }

    /** Settles every group that has a play by what was kept. */
    void stand(KeptRows kept) {
        for (int group = 0; group < groups.count() && !kept.decided().isEmpty(); group++) {
            boolean served = false;
            for (int i = groups.start(group); i < groups.end(group); i++) {
                KeptRows.@Nullable Decided decided = kept.of(groups.row(i));
                if (decided != null) {
                    served |= stand(group, groups.row(i), decided);
                }
            }
            for (int i = groups.start(group); i < groups.end(group) && choices.settled(group); i++) {
                int row = groups.row(i);
                choices.setCause(row, candidates.orOwn(PlanCause.OTHER_UNIT, row));
                if (served) {
                    candidates.close(row);
                }
            }
        }
    }

    /** Whether what stands is a service. */
    private boolean stand(int group, int row, KeptRows.Decided decided) {
        int play = decided.action().map(candidates::play).orElse(Allocation.NOTHING);
        if (play >= 0) {
            choices.takeStanding(row, play);
        }
        // Nobody of the group gets a second one, though what was kept may be no choice any more.
        if (decided.action().isPresent()) {
            choices.settle(group);
        }
        if (play >= 0 && candidates.met(row, play)) {
            choices.choose(row, play);
        } else if (!candidates.cause(row).isRefusal() && !candidates.cause(row).isUnscored()) {
            candidates.setCause(row, decided.cause().orElse(PlanCause.EARLIER_DECISION));
        }
        candidates.close(row);
        return play >= 0 && candidates.isService(play);
    }
}
