package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.score.ChurnScore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sums contributions by reason and puts the reasons in order. */
final class Ranker {
    /** A reason with a smaller share is noise to an agent. */
    private static final double LEAST_SHARE = 0.05;

    /** A signal without a cause. */
    private static final String DISENGAGEMENT = "disengagement";

    private final ReasonGroups groups;
    private final Agreement agreement;

    Ranker(ReasonGroups groups, Agreement agreement) {
        this.groups = groups;
        this.agreement = agreement;
    }

    /** Impact of every group, log-odds. */
    double[] impacts(ChurnScore score) {
        double[] impacts = new double[groups.size()];
        for (int input = 0; input < score.contributions(); input++) {
            impacts[groups.groupOf(input)] += score.contribution(input);
        }
        return impacts;
    }

    /** The groups worth naming, in the order in which they are shown. */
    ReasonRanking rank(ChurnScore score, double[] impacts) {
        return new ReasonRanking(rankRaising(score, impacts), named(score, impacts, false));
    }

    /** Those of them that raise the risk. */
    List<RankedReason> rankRaising(ChurnScore score, double[] impacts) {
        List<RankedReason> raising = named(score, impacts, true);
        leadWithActionable(raising);
        return raising;
    }

    /** The groups that are strong enough to be named and are not, because the bags disagree on their sign; in order of strength. */
    ReasonRanking unsettled(ChurnScore score) {
        double[] impacts = impacts(score);
        List<RankedReason> raising = byStrength(score, impacts, LEAST_SHARE, true, false);
        List<RankedReason> lowering = byStrength(score, impacts, LEAST_SHARE, false, false);
        raising.removeIf(RankedReason::settled);
        lowering.removeIf(RankedReason::settled);
        return new ReasonRanking(raising, lowering);
    }

    private List<RankedReason> named(ChurnScore score, double[] impacts, boolean raises) {
        return byStrength(score, impacts, LEAST_SHARE, raises, true);
    }

    /** Every group: what raises the risk, then what lowers it; of either, those worth naming first and in their order. */
    List<RankedReason> everyGroup(ChurnScore score) {
        double[] impacts = impacts(score);
        ReasonRanking named = rank(score, impacts);
        Set<RankedReason> order = new LinkedHashSet<>(named.raising());
        order.addAll(byStrength(score, impacts, 0, true, false));
        order.addAll(named.lowering());
        order.addAll(byStrength(score, impacts, 0, false, false));
        return List.copyOf(order);
    }

    /** Those of one direction; a group without any impact counts among those that lower the risk. */
    private List<RankedReason> byStrength(
            ChurnScore score, double[] impacts, double leastShare, boolean raises, boolean onlySettled) {
        double sum = 0;
        for (double impact : impacts) {
            sum += raises ? StrictMath.max(impact, 0) : StrictMath.min(impact, 0);
        }
        List<RankedReason> ranked = new ArrayList<>(impacts.length);
        for (int group = 0; group < impacts.length; group++) {
            double impact = impacts[group];
            if (impact > 0 != raises) {
                continue;
            }
            double share = impact == 0 ? 0 : impact / sum;
            if (share >= leastShare) {
                boolean settled = agreement.settled(score, groups.inputs(group), impact);
                if (onlySettled && !settled) {
                    continue;
                }
                boolean actionable = groups.isActionable(group, score, raises);
                insert(new RankedReason(group, groups.reason(group), impact, share, settled, actionable), ranked);
            }
        }
        return ranked;
    }

    /** Strongest first, then by code. There are a dozen groups at most, so going back one by one beats sorting. */
    private static void insert(RankedReason reason, List<RankedReason> ranked) {
        int place = ranked.size();
        while (place > 0 && isBefore(reason, ranked.get(place - 1))) {
            place--;
        }
        ranked.add(place, reason);
    }

    private static boolean isBefore(RankedReason one, RankedReason other) {
        double difference = StrictMath.abs(one.impact()) - StrictMath.abs(other.impact());
        return difference != 0
                ? difference > 0
                : one.reason().code().compareTo(other.reason().code()) < 0;
    }

    /**
     * Who the customer is never stands first while something that care can answer exists, and that activity fades not while
     * something else that care can answer does.
     */
    private static void leadWithActionable(List<RankedReason> raising) {
        if (raising.isEmpty() || mayLead(raising.get(0).reason())) {
            return;
        }
        int first = -1;
        for (int i = 0; i < raising.size(); i++) {
            RankedReason reason = raising.get(i);
            if (reason.actionable() && mayLead(reason.reason())) {
                first = i;
                break;
            }
            first = first < 0 && reason.actionable() ? i : first;
        }
        if (first > 0) {
            raising.add(0, raising.remove(first));
        }
    }

    private static boolean mayLead(Reason reason) {
        return reason.actionable() && !reason.code().equals(DISENGAGEMENT);
    }
}
