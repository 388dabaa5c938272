package io.holdfast.benchmarks.drift;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a month's list.
 *
 * @param seed of the world
 * @param arm whose list
 * @param month from the first with a list, which is 1
 * @param rows learned from
 * @param list predicted over true untreated risk, of everybody on the list
 * @param held the same of those of them who are held out
 * @param heldObserved of these, predicted leavers over who left
 * @param book predicted over true untreated risk of everybody at risk
 * @param auc how well the scores tell who would leave untreated from who would not, 0 to 1
 * @param caught the list's share of all untreated risk
 */
record MonthFigures(
        long seed,
        Arm arm,
        int month,
        int rows,
        ClusteredRatio list,
        ClusteredRatio held,
        ClusteredRatio heldObserved,
        ClusteredRatio book,
        double auc,
        double caught) {
    private static final long HOUSEHOLDS = 10_000_000;

    /** @param world which has lived through the list's horizon */
    static MonthFigures of(DriftSettings settings, Arm arm, MonthList said, int rows, LivedWorld world) {
        ClusteredRatio list = new ClusteredRatio();
        ClusteredRatio held = new ClusteredRatio();
        ClusteredRatio heldObserved = new ClusteredRatio();
        ClusteredRatio book = new ClusteredRatio();
        Set<Integer> listed = new HashSet<>(said.list());
        TrueRisk truth = world.truth();
        for (Map.Entry<Integer, Double> each : said.risks().entrySet()) {
            int unit = each.getKey();
            long household = settings.seed() * HOUSEHOLDS + world.household(unit);
            double untreated = truth.untreated(unit, said.month());
            book.add(household, each.getValue(), untreated);
            if (listed.contains(unit)) {
                list.add(household, each.getValue(), untreated);
                if (world.heldOut(unit)) {
                    held.add(household, each.getValue(), untreated);
                    heldObserved.add(household, each.getValue(), truth.left(unit, said.month()) ? 1 : 0);
                }
            }
        }
        return new MonthFigures(
                settings.seed(),
                arm,
                said.month() - settings.before() + 1,
                rows,
                list,
                held,
                heldObserved,
                book,
                auc(said, truth),
                list.below() / book.below());
    }

    /**
     * The chance that of two units, of which one would leave and the other would not, the first scores above: every unit is a leaver with its true risk and a stayer with the
     * rest. Ties count half.
     */
    private static double auc(MonthList said, TrueRisk truth) {
        List<Map.Entry<Integer, Double>> ascending = said.risks().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .toList();
        double concordant = 0;
        double leavers = 0;
        double stayers = 0;
        double below = 0;
        for (int start = 0; start < ascending.size(); ) {
            double tiedLeavers = 0;
            double tiedStayers = 0;
            int end = start;
            for (;
                    end < ascending.size()
                            && ascending
                                    .get(end)
                                    .getValue()
                                    .equals(ascending.get(start).getValue());
                    end++) {
                double risk = truth.untreated(ascending.get(end).getKey(), said.month());
                // Nobody is compared with themselves.
                concordant -= risk * (1 - risk) / 2;
                tiedLeavers += risk;
                tiedStayers += 1 - risk;
            }
            concordant += tiedLeavers * (below + tiedStayers / 2);
            below += tiedStayers;
            leavers += tiedLeavers;
            stayers += tiedStayers;
            start = end;
        }
        double itself = said.risks().keySet().stream()
                .mapToDouble(unit -> truth.untreated(unit, said.month()))
                .map(risk -> risk * (1 - risk))
                .sum();
        return concordant / (leavers * stayers - itself);
    }
}
