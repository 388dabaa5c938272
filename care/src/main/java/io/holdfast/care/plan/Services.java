package io.holdfast.care.plan;

/** Gives what customers have a right to, as long as limits allow, before anybody competes. */
final class Services {
    private final Candidates candidates;
    private final Choices choices;
    private final Groups groups;

    Services(Candidates candidates, Choices choices) {
        this.candidates = candidates;
        this.choices = choices;
        this.groups = candidates.groups();
    }

    /** Settles the groups of whoever has a right. Another unit's play that was kept takes nobody's right, unless it is a service itself. */
    void serve() {
        for (int group = 0; group < groups.count(); group++) {
            int bestRow = -1;
            int bestPlay = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = groups.start(group); i < groups.end(group); i++) {
                int row = groups.row(i);
                for (int play = 0; play < candidates.plays(); play++) {
                    if (hasRight(row, play)) {
                        double gain = candidates.gain(row, play);
                        if (gain > most || bestRow < 0) {
                            most = gain;
                            bestRow = row;
                            bestPlay = play;
                        }
                    }
                }
            }
            if (bestRow >= 0) {
                serve(group, bestRow, bestPlay);
            }
        }
    }

    private void serve(int group, int bestRow, int bestPlay) {
        boolean stood = choices.settled(group);
        choices.settle(group);
        boolean fits = choices.take(bestRow, bestPlay);
        for (int i = groups.start(group); i < groups.end(group); i++) {
            int row = groups.row(i);
            // Who has no right gets nothing for what was kept of another unit, whether the service fits or not.
            if (fits || !stood || hasRight(row)) {
                choices.setCause(row, candidates.orOwn(fits ? PlanCause.OTHER_UNIT : PlanCause.NO_CAPACITY, row));
            }
        }
        if (fits) {
            choices.choose(bestRow, bestPlay);
        }
    }

    private boolean hasRight(int row) {
        for (int play = 0; play < candidates.plays(); play++) {
            if (hasRight(row, play)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRight(int row, int play) {
        return candidates.may(row, play) && candidates.isService(play);
    }
}
