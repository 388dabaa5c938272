package io.holdfast.care.plan;

import io.holdfast.care.playbook.Planning;
import java.util.Arrays;
import java.util.List;

/**
 * On whom unproven plays may be tried where one alone may not take all that may be explored ({@code actionShare}): whatever is cheap would take all places otherwise, and whatever is dear all money, before anybody knows
 * of either. Each play has so many customers, and those with the largest expected gain get the places, each customer by the play that promises most of those that have one left. Who of them is given it is then for the
 * allocation to say. Nobody's arm has a part in it.
 */
final class TriedPlays {
    /** A product of shares that comes to a whole number may come out a little above it. */
    private static final double EXACT = 1 - 1e-12;

    private static final int HALF_WORD = 32;
    private static final long LOW = 0xFFFF_FFFFL;

    private final List<PlayTerms> terms;
    private final Candidates candidates;
    private final long[] tried;
    private final long[] left;

    /** Takes what was kept as places that are taken. */
    TriedPlays(Planning planning, List<PlayTerms> terms, Budget budget, Candidates candidates, Choices choices) {
        this.terms = terms;
        this.candidates = candidates;
        boolean limited = planning.actionShare() < 1;
        this.tried = new long[limited ? candidates.rows() : 0];
        this.left = new long[limited ? terms.size() : 0];
        if (limited) {
            for (int play = 0; play < left.length; play++) {
                left[play] = most(planning, play, budget) - choices.standing(play);
            }
            deal(choices);
        }
    }

    /** Whether a row may be given a play, as far as it is not proven. */
    boolean may(int row, int play) {
        return tried.length == 0
                || (tried[row] >>> play & 1) != 0
                || !terms.get(play).explores(candidates.customer(row));
    }

    /** Whether others have all places of a play that would be tried on a customer. */
    boolean isFull(int play, PlanCustomer customer) {
        return left.length > 0 && left[play] <= 0 && terms.get(play).explores(customer);
    }

    private long most(Planning planning, int play, Budget budget) {
        double share = planning.actionShare() * untilItsEnd(planning, terms.get(play));
        // A part of one customer would be nobody, and the play could never be tried where few are planned at once.
        return (long) Math.ceil(EXACT
                * Math.min(
                        share * planning.explorationShare() * candidates.choosers(),
                        affordable(share * planning.explorationMoney(), budget, candidates.atRisk(play))));
    }

    /** What lasts is tried by several plans before it ends: together they may risk what of other plays one plan may. */
    private static double untilItsEnd(Planning planning, PlayTerms terms) {
        double usual = Math.max(planning.periodDays(), planning.learnFromDays());
        return usual / Math.max(usual, planning.daysToSeeItsEnd(terms.play()));
    }

    private static double affordable(double share, Budget budget, double atRisk) {
        if (atRisk <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return share == 0 ? 0 : share * budget.money() / atRisk;
    }

    /** A row of a group that is not settled, and a play that may be tried on it. */
    private interface Pair {
        void at(int group, int row, int play);
    }

    private void forEachPair(Choices choices, Pair pair) {
        Groups groups = candidates.groups();
        for (int group = 0; group < groups.count(); group++) {
            for (int i = groups.start(group); i < groups.end(group) && !choices.settled(group); i++) {
                for (int play = 0; play < terms.size(); play++) {
                    if (candidates.mayBeTried(groups.row(i), play)) {
                        pair.at(group, groups.row(i), play);
                    }
                }
            }
        }
    }

    /** By falling gain, then in the order of customers and plays; the gain as a single-precision number, which is positive, so that its bits rise with it. */
    private void deal(Choices choices) {
        int[] pairs = new int[1];
        forEachPair(choices, (group, row, play) -> pairs[0]++);
        int[] groups = new int[pairs[0]];
        int[] rows = new int[pairs[0]];
        byte[] plays = new byte[pairs[0]];
        long[] keys = new long[pairs[0]];
        pairs[0] = 0;
        forEachPair(choices, (group, row, play) -> {
            int pair = pairs[0]++;
            groups[pair] = group;
            rows[pair] = row;
            plays[pair] = (byte) play;
            int falling = Integer.MAX_VALUE - Float.floatToIntBits((float) candidates.gain(row, play));
            keys[pair] = (long) falling << HALF_WORD | pair;
        });
        Arrays.parallelSort(keys);
        double[] room = choices.left();
        boolean[] served = new boolean[candidates.groups().count()];
        for (long key : keys) {
            int next = (int) (key & LOW);
            if (left[plays[next]] > 0
                    && !served[groups[next]]
                    && takes(choices.limits(), room, rows[next], plays[next])) {
                left[plays[next]]--;
                served[groups[next]] = true;
                tried[rows[next]] |= 1L << plays[next];
            }
        }
    }

    /** Takes the contacts of a play, if teams and channels have them: nobody's place is one that could not be used. */
    private boolean takes(Limits limits, double[] room, int row, int play) {
        int kind = limits.kind(play, candidates.customer(row));
        int contacts = limits.ofContacts();
        for (int limit = 1; limit < contacts; limit++) {
            if (limits.use(kind, limit, 0, 0) > room[limit]) {
                return false;
            }
        }
        for (int limit = 1; limit < contacts; limit++) {
            room[limit] -= limits.use(kind, limit, 0, 0);
        }
        return true;
    }
}
