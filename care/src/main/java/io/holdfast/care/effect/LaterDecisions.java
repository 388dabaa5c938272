package io.holdfast.care.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decisions after a cluster's first one. Whom they are about depends on what care did before, but where a campaign draws a lot of its own, who gets it does not: each is a
 * trial by itself, as in micro-randomised trials (Boruvka, Almirall, Witkiewitz and Murphy, JASA 113, 2018). Whoever is held out for good is in none, since nothing is drawn
 * for them; nor is a decision of a campaign whose lot had fallen before.
 */
final class LaterDecisions {
    private final Map<Lot, String> plans = new HashMap<>();
    private final Map<Drawn, Side> sides = new HashMap<>();
    private final Set<Drawn> unfit = new HashSet<>();
    private final Set<Owned> once = new HashSet<>();
    private final List<DecidedUnit> later = new ArrayList<>();

    private record Lot(String drawnFor, String campaign) {}

    private record Drawn(String cluster, String plan) {}

    private record Owned(String customer, String unit, String plan) {}

    /** Takes the next decision, the earliest first. */
    void add(DecidedUnit unit, boolean first) {
        boolean fresh = isFresh(unit);
        if (first) {
            return;
        }
        Drawn drawn = new Drawn(unit.cluster(), unit.plan());
        Side known = sides.getOrDefault(drawn, unit.side());
        sides.putIfAbsent(drawn, unit.side());
        if (!fresh || !unit.lot().isUncertain() || known != unit.side()) {
            unfit.add(drawn);
        } else if (once.add(new Owned(unit.customer(), unit.unit(), unit.plan()))) {
            later.add(unit.drawnByCampaign());
        }
    }

    /** Takes the next decision, in the same order, of one that is not measured: the lot of its campaign may have fallen with it. */
    void pass(DecidedUnit unit) {
        isFresh(unit);
    }

    /** Whether no plan before had drawn the lot of the campaign for the cluster or the customer. */
    private boolean isFresh(DecidedUnit unit) {
        String campaign = unit.lot().campaign();
        boolean cluster = plan(new Lot(unit.cluster(), campaign), unit.plan()).equals(unit.plan());
        boolean customer =
                plan(new Lot("id " + unit.customer(), campaign), unit.plan()).equals(unit.plan());
        return cluster && customer;
    }

    private String plan(Lot lot, String plan) {
        return plans.computeIfAbsent(lot, each -> plan);
    }

    /** Those that the lot of their campaign alone tells apart, with the probability by which it was drawn. */
    List<DecidedUnit> measured() {
        return later.stream()
                .filter(unit -> !unfit.contains(new Drawn(unit.cluster(), unit.plan())))
                .toList();
    }
}
