package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import io.holdfast.care.allocation.AllocationProblem;

/** All others compete for what is left of the limits: whoever gains something by a play has it as an alternative. */
final class Competition {
    private final Candidates candidates;
    private final Choices choices;
    private final Groups groups;
    private final TriedPlays tried;

    Competition(Candidates candidates, Choices choices, TriedPlays tried) {
        this.tried = tried;
        this.candidates = candidates;
        this.choices = choices;
        this.groups = candidates.groups();
    }

    /** The alternatives of every group that is not settled, in the order of rows and plays. */
    AllocationProblem problem() {
        Limits limits = choices.limits();
        AllocationProblem.Builder builder = AllocationProblem.withRisk(choices.left(), limits.uses());
        for (int group = 0; group < groups.count(); group++) {
            for (int i = groups.start(group); i < groups.end(group) && !choices.settled(group); i++) {
                int row = groups.row(i);
                choices.setCause(row, candidates.cause(row));
                for (int play = 0; play < candidates.plays(); play++) {
                    double gain = candidates.may(row, play) ? candidates.gain(row, play) : 0;
                    if (gain > 0) {
                        choices.setCause(row, PlanCause.NO_CAPACITY);
                    }
                    if (competes(row, play)) {
                        PlanCustomer customer = candidates.customer(row);
                        builder.alternative(
                                limits.kind(play, customer),
                                gain,
                                candidates.cost(row, play),
                                limits.atRisk(play, customer));
                    }
                }
            }
            builder.endGroup();
        }
        return builder.build();
    }

    private boolean competes(int row, int play) {
        return candidates.may(row, play) && candidates.gain(row, play) > 0 && tried.may(row, play);
    }

    /** Turns what each group got into plays by row; the sum of what services gain. */
    double take(Allocation allocation) {
        double served = 0;
        for (int group = 0; group < groups.count(); group++) {
            if (choices.settled(group)) {
                served += served(group);
            } else if (allocation.choice(group) >= 0) {
                take(group, allocation.choice(group));
            }
        }
        return served;
    }

    private double served(int group) {
        double served = 0;
        for (int i = groups.start(group); i < groups.end(group); i++) {
            int row = groups.row(i);
            served += choices.play(row) >= 0 ? candidates.gain(row, choices.play(row)) : 0;
        }
        return served;
    }

    private void take(int group, int choice) {
        int at = -1;
        for (int i = groups.start(group); i < groups.end(group); i++) {
            int row = groups.row(i);
            for (int play = 0; play < candidates.plays(); play++) {
                if (competes(row, play) && ++at == choice) {
                    choices.choose(row, play);
                }
            }
            if (choices.cause(row) == PlanCause.NO_CAPACITY) {
                choices.setCause(row, PlanCause.OTHER_UNIT);
            }
        }
    }
}
