package io.holdfast.care.posterior;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.plan.ActionEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An action's effect, that on customers of each reason, which deviates from it, and that on each tier of them, which deviates from that of the reason:
 * the normal hierarchy of Gelman et al. (Bayesian Data Analysis, 3rd ed., chapter 5) with one level more.
 */
final class ActionTree {
    private final Normal prior;
    private final List<String> reasons = new ArrayList<>();
    private final List<List<MeasuredCell>> cells = new ArrayList<>();

    /**
     * @param measured cells of one action, at least one
     * @param prior of the action's log ratio
     */
    ActionTree(List<MeasuredCell> measured, Normal prior) {
        this.prior = prior;
        Map<String, List<MeasuredCell>> byReason = new TreeMap<>();
        measured.forEach(cell -> byReason.computeIfAbsent(cell.reason(), key -> new ArrayList<>())
                .add(cell));
        byReason.forEach((reason, own) -> {
            reasons.add(reason);
            cells.add(own);
        });
    }

    double logEvidence(Spread spread) {
        List<Branch> branches = branches(spread);
        Branch root = root(branches, spread);
        double log = root.logEvidence();
        for (Branch branch : branches) {
            log += branch.logEvidence();
        }
        // What the data say of the action against what was expected of it.
        return log + new Branch(List.of(root.together(), prior), 0).logEvidence();
    }

    /** Where each belief of {@link #beliefs} belongs, in the same order; later ones stand instead of earlier ones of the same name. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(Place.of("", "", all()));
        for (int i = 0; i < reasons.size(); i++) {
            if (!reasons.get(i).isEmpty()) {
                places.add(Place.of(reasons.get(i), "", cells.get(i)));
            }
            for (MeasuredCell cell : cells.get(i)) {
                String reason = cell.reason().isEmpty() ? ActionEffects.REST : cell.reason();
                places.add(Place.of(reason, cell.tier(), List.of(cell)));
            }
        }
        return places;
    }

    /** What is believed of customers of another reason, of each reason's of another tier, and of each cell's. */
    List<Normal> beliefs(Spread spread) {
        List<Branch> branches = branches(spread);
        Branch root = root(branches, spread);
        List<Normal> ofReasons = root.down(prior);
        List<Normal> beliefs = new ArrayList<>();
        beliefs.add(root.together().and(prior).wider(spread.reasons() + spread.tiers()));
        for (int i = 0; i < branches.size(); i++) {
            if (!reasons.get(i).isEmpty()) {
                beliefs.add(ofReasons.get(i).wider(spread.tiers()));
            }
            Normal elsewhere = root.others(prior, branches.get(i).together()).wider(spread.reasons());
            beliefs.addAll(branches.get(i).down(elsewhere));
        }
        return beliefs;
    }

    private List<Branch> branches(Spread spread) {
        return cells.stream()
                .map(own -> new Branch(
                        own.stream()
                                .map(cell -> new Normal(
                                        cell.ratio().point(), cell.ratio().variance()))
                                .toList(),
                        spread.tiers()))
                .toList();
    }

    private static Branch root(List<Branch> branches, Spread spread) {
        return new Branch(branches.stream().map(Branch::together).toList(), spread.reasons());
    }

    private List<MeasuredCell> all() {
        return cells.stream().flatMap(List::stream).toList();
    }

    /**
     * Whom a belief is about.
     *
     * @param assigned units measured there, carried out
     * @param shadow units measured there, only written down
     */
    record Place(String reason, String tier, int assigned, int shadow) {
        static Place of(String reason, String tier, List<MeasuredCell> cells) {
            return new Place(
                    reason,
                    tier,
                    cells.stream().mapToInt(cell -> cell.ratio().assigned()).sum(),
                    cells.stream().mapToInt(cell -> cell.ratio().shadow()).sum());
        }
    }
}
