package io.holdfast.care.posterior;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.inference.RatePair;
import io.holdfast.care.plan.ActionEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the counts of an action's cells say in the hierarchy of {@link ReasonTree}. A cell's likelihood is taken for the normal one that has its slope and its
 * expected information where the hierarchy's belief in the cell lies, found by turns (Fisher scoring; Laplace's approximation, Breslow and Clayton, Journal of
 * the American Statistical Association 88, 1993). So how much a cell counts for follows from what is believed of it, not from its own luck.
 */
final class ActionTree {
    private static final int MOST_TURNS = 100;
    private static final int WHOLE_STEPS = 20;
    private static final double SETTLED = 1e-9;
    /** No turn goes further, lest a cell without a case on one side runs away. */
    private static final double LONGEST_STEP = 1;

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

    /** Where each belief of {@link #fit} belongs, in the same order; later ones stand instead of earlier ones of the same name. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(Place.of("", "", cells.stream().flatMap(List::stream).toList()));
        for (int i = 0; i < reasons.size(); i++) {
            String reason = reasons.get(i).isEmpty() ? ActionEffects.REST : reasons.get(i);
            places.add(Place.of(reason, "", cells.get(i)));
            for (MeasuredCell cell : cells.get(i)) {
                places.add(Place.of(reason, cell.tiers().isEmpty() ? cell.tier() : ActionEffects.REST, List.of(cell)));
            }
        }
        return places;
    }

    /**
     * What the counts say at one spread.
     *
     * @param logEvidence log of the likelihood of the counts, up to what the spread has no part in
     * @param beliefs of customers of another reason, of each reason's of another tier, and of each cell's
     */
    record Fit(double logEvidence, List<Normal> beliefs) {}

    /** Fits the hierarchy. */
    Fit fit(Spread spread) {
        List<List<Double>> at = cells.stream()
                .map(own -> own.stream().map(cell -> 0.0).toList())
                .toList();
        List<List<Normal>> observed = observed(at);
        ReasonTree tree = new ReasonTree(observed, prior, spread);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<List<Double>> next = new ArrayList<>();
            double furthest = 0;
            // Steps that go to and fro between two points end between them.
            double part = turn < WHOLE_STEPS ? 1 : 1.0 / (1 + turn / WHOLE_STEPS);
            List<List<Normal>> beliefs = tree.ofCells();
            for (int i = 0; i < at.size(); i++) {
                List<Double> own = new ArrayList<>();
                for (int j = 0; j < at.get(i).size(); j++) {
                    double step = beliefs.get(i).get(j).mean() - at.get(i).get(j);
                    furthest = Math.max(furthest, Math.abs(step));
                    own.add(at.get(i).get(j) + part * Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step)));
                }
                next.add(own);
            }
            if (furthest < SETTLED) {
                break;
            }
            at = next;
            observed = observed(at);
            tree = new ReasonTree(observed, prior, spread);
        }
        return new Fit(tree.logEvidence() + correction(at, observed), beliefs(tree));
    }

    private List<Normal> beliefs(ReasonTree tree) {
        List<Normal> ofTiers = tree.ofOtherTiers();
        List<List<Normal>> ofCells = tree.ofCells();
        List<Normal> beliefs = new ArrayList<>();
        beliefs.add(tree.ofOtherReasons());
        for (int i = 0; i < reasons.size(); i++) {
            beliefs.add(ofTiers.get(i));
            beliefs.addAll(ofCells.get(i));
        }
        return beliefs;
    }

    private List<List<Normal>> observed(List<List<Double>> at) {
        List<List<Normal>> observed = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            List<Normal> own = new ArrayList<>();
            for (int j = 0; j < at.get(i).size(); j++) {
                double logRatio = at.get(i).get(j);
                RatePair rates = cells.get(i).get(j).rates();
                double variance = 1 / rates.information(logRatio);
                own.add(new Normal(logRatio + variance * rates.slope(logRatio), variance));
            }
            observed.add(own);
        }
        return observed;
    }

    /** What the likelihood of the counts has more than that of the normal observations in their place. */
    private double correction(List<List<Double>> at, List<List<Normal>> observed) {
        double log = 0;
        for (int i = 0; i < at.size(); i++) {
            for (int j = 0; j < at.get(i).size(); j++) {
                double logRatio = at.get(i).get(j);
                log += cells.get(i).get(j).rates().logLikelihood(logRatio)
                        - observed.get(i).get(j).logDensity(logRatio);
            }
        }
        return log;
    }

    /**
     * Whom a belief is about.
     *
     * @param days of the longest window that was measured there
     * @param assigned units measured there, carried out
     * @param shadow units measured there, only written down
     */
    record Place(String reason, String tier, int days, int assigned, int shadow) {
        static Place of(String reason, String tier, List<MeasuredCell> cells) {
            return new Place(
                    reason,
                    tier,
                    cells.stream().mapToInt(MeasuredCell::days).max().orElseThrow(),
                    cells.stream().mapToInt(cell -> cell.rates().assigned()).sum(),
                    cells.stream().mapToInt(cell -> cell.rates().shadow()).sum());
        }
    }
}
