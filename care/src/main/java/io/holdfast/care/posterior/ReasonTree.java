package io.holdfast.care.posterior;

import java.util.ArrayList;
import java.util.List;

/**
 * An action's log ratio, that on customers of each reason, which deviates from it, and that on each tier of them, which deviates from that of the reason:
 * the normal hierarchy of Gelman et al. (Bayesian Data Analysis, 3rd ed., chapter 5) with one level more, for normal observations of the cells.
 */
final class ReasonTree {
    private final Normal prior;
    private final Spread spread;
    private final List<Branch> reasons;
    private final Branch root;

    /**
     * @param observed of the cells of each reason
     * @param prior of the action's log ratio
     */
    ReasonTree(List<List<Normal>> observed, Normal prior, Spread spread) {
        this.prior = prior;
        this.spread = spread;
        this.reasons =
                observed.stream().map(own -> new Branch(own, spread.tiers())).toList();
        this.root = new Branch(reasons.stream().map(Branch::together).toList(), spread.reasons());
    }

    /** Log of the density of all observations. */
    double logEvidence() {
        double log = root.logEvidence();
        for (Branch reason : reasons) {
            log += reason.logEvidence();
        }
        // What the data say of the action against what was expected of it.
        return log + new Branch(List.of(root.together(), prior), 0).logEvidence();
    }

    /** What is believed of customers of a reason that was never measured. */
    Normal ofOtherReasons() {
        return root.together().and(prior).wider(spread.reasons() + spread.tiers());
    }

    /** What is believed of another tier, by reason. */
    List<Normal> ofOtherTiers() {
        return root.down(prior).stream()
                .map(reason -> reason.wider(spread.tiers()))
                .toList();
    }

    /** What is believed of each cell, by reason. */
    List<List<Normal>> ofCells() {
        List<List<Normal>> cells = new ArrayList<>();
        for (Branch reason : reasons) {
            cells.add(reason.down(root.others(prior, reason.together()).wider(spread.reasons())));
        }
        return cells;
    }
}
