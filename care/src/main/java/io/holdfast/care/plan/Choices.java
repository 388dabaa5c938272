package io.holdfast.care.plan;

import io.holdfast.care.allocation.Allocation;
import java.util.Arrays;

/** A plan in the making: who has which play, why others have none, whose case is settled, and what is left of the limits. */
final class Choices {
    private final Candidates candidates;
    private final Limits limits;
    private final double[] left;
    private final int[] plays;
    private final PlanCause[] causes;
    private final boolean[] settled;
    private final int[] standing;

    Choices(Candidates candidates, Limits limits) {
        this.candidates = candidates;
        this.limits = limits;
        this.left = limits.most();
        this.plays = new int[candidates.rows()];
        Arrays.fill(plays, Allocation.NOTHING);
        this.causes = new PlanCause[candidates.rows()];
        this.settled = new boolean[candidates.groups().count()];
        this.standing = new int[candidates.plays()];
    }

    /** Customers who keep a play that is not proven. */
    int standing(int play) {
        return standing[play];
    }

    Limits limits() {
        return limits;
    }

    /** What is left of each limit. */
    double[] left() {
        return left.clone();
    }

    /** The play of each row; negative for none. */
    int[] plays() {
        return plays.clone();
    }

    /** Why a row has nothing; of a row that has something, without meaning. */
    PlanCause[] causes() {
        return causes.clone();
    }

    int play(int row) {
        return plays[row];
    }

    void choose(int row, int play) {
        plays[row] = play;
    }

    PlanCause cause(int row) {
        return causes[row];
    }

    void setCause(int row, PlanCause cause) {
        causes[row] = cause;
    }

    /** Whether nobody of a group competes any more. */
    boolean settled(int group) {
        return settled[group];
    }

    void settle(int group) {
        settled[group] = true;
    }

    /** Takes what a play uses, if the limits have it. */
    boolean take(int row, int play) {
        double cost = candidates.cost(row, play);
        int kind = limits.kind(play, candidates.customer(row));
        double atRisk = limits.atRisk(play, candidates.customer(row));
        for (int limit = 0; limit < left.length; limit++) {
            if (limits.use(kind, limit, cost, atRisk) > left[limit]) {
                return false;
            }
        }
        for (int limit = 0; limit < left.length; limit++) {
            left[limit] -= limits.use(kind, limit, cost, atRisk);
        }
        return true;
    }

    /** Takes what a play that stands uses, whether the limits have it or not. */
    void takeStanding(int row, int play) {
        int kind = limits.kind(play, candidates.customer(row), true);
        double atRisk = limits.atRisk(play, candidates.customer(row), true);
        standing[play] += limits.explores(play, candidates.customer(row), true) ? 1 : 0;
        for (int limit = 0; limit < left.length; limit++) {
            left[limit] = Math.max(0, left[limit] - limits.use(kind, limit, candidates.cost(row, play), atRisk));
        }
    }
}
