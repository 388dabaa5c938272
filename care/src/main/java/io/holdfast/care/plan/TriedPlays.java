package io.holdfast.care.plan;

import io.holdfast.care.playbook.Planning;
import java.util.List;

/**
 * On how many customers each unproven play may be tried in a plan, where one alone may not take all that may be explored: its share of the customers, and no more than its share of the money would pay for if
 * the play did nothing. Whatever is cheap would take all places otherwise, and whatever is dear all money, before anybody knows of either.
 */
final class TriedPlays {
    /** A product of shares that comes to a whole number may come out a little above it. */
    private static final double EXACT = 1 - 1e-12;

    private TriedPlays() {}

    /** By play; nothing where the playbook sets no such share. Infinite where nothing limits the play. */
    static double[] most(Planning planning, List<PlayTerms> terms, Budget budget, Candidates candidates) {
        double[] most = new double[planning.actionShare() < 1 ? terms.size() : 0];
        for (int play = 0; play < most.length; play++) {
            double share = planning.actionShare() * untilSeen(planning, terms.get(play));
            // A part of one customer would be nobody, and the play could never be tried where few are planned at once.
            most[play] = Math.ceil(EXACT
                    * Math.min(
                            share * planning.explorationShare() * candidates.choosers(),
                            affordable(share * planning.explorationMoney(), budget, candidates.atRisk(play))));
        }
        return most;
    }

    /** What lasts is tried by several plans before anything is known of its end: together they may risk what of other plays one plan may. */
    private static double untilSeen(Planning planning, PlayTerms terms) {
        double usual = Math.max(planning.periodDays(), planning.learnFromDays());
        return usual / Math.max(usual, planning.daysToSeeItsEnd(terms.play()));
    }

    private static double affordable(double share, Budget budget, double atRisk) {
        if (share == 0) {
            return 0;
        }
        return atRisk > 0 ? share * budget.money() / atRisk : Double.POSITIVE_INFINITY;
    }
}
