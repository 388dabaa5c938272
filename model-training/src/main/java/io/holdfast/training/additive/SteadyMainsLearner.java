package io.holdfast.training.additive;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Booster;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.dates.CommonColumns;
import io.holdfast.training.additive.dates.CommonColumns.Verdict;
import io.holdfast.training.additive.dates.DatedRows;
import io.holdfast.training.additive.dates.LearningDates;
import io.holdfast.training.additive.dates.UnsteadyColumns;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns the columns' own tables, and learns them again without the unsteady ones, and with those common to dates that recur, where there are any. */
final class SteadyMainsLearner {
    private static final String LEARN_COLUMNS = "learn columns";

    private final AdditiveSettings settings;
    private final Booster booster;
    private final Workers workers;

    SteadyMainsLearner(AdditiveSettings settings, Booster booster, Workers workers) {
        this.settings = settings;
        this.booster = booster;
        this.workers = workers;
    }

    /**
     * Learns them.
     *
     * @param features all columns
     * @param columns the same, binned
     * @param copies numbers of columns that get no table, since another says the same
     * @param weights of the rows
     * @param rules whose required columns are not looked at, since their owner wants them
     * @param dates when the rows were seen, where that is known
     */
    SteadyMains learn(
            List<FeatureColumn> features,
            List<BinnedColumn> columns,
            Set<Integer> copies,
            Objective objective,
            double[] weights,
            Bags bags,
            PairRules rules,
            Optional<LearningDates> dates) {
        Set<Integer> ignored = ignored(copies, rules);
        List<Integer> common = dates.map(seen -> CommonColumns.find(columns, seen)).orElse(List.of()).stream()
                .filter(input -> !ignored.contains(input))
                .toList();
        List<Shape> all = columns.stream()
                .filter(column -> column.varies() && !copies.contains(column.input()))
                .map(Shape::main)
                .toList();
        List<Shape> mains = without(all, common);
        Bagged bagged = new Bagged(objective, bags);
        Stage stage = booster.boost(LEARN_COLUMNS, bagged, mains, settings.leastZ());
        ignored.addAll(common);
        SortedMap<Integer, Double> unsteady =
                unsteady(features, ignored, dates.flatMap(LearningDates::farApart), stage.rounds());
        SortedMap<Integer, Verdict> verdicts = new TreeMap<>();
        if (dates.isPresent()) {
            verdicts.putAll(CommonColumns.judge(common, columns, dates.get(), bagged, weights));
        }
        Set<Integer> leftOut = new HashSet<>(unsteady.keySet());
        verdicts.forEach((input, verdict) -> {
            if (!verdict.recurs()) {
                leftOut.add(input);
            }
        });
        List<Shape> steady = without(all, leftOut);
        if (steady.size() == mains.size() && unsteady.isEmpty()) {
            return new SteadyMains(bagged, mains, stage, unsteady, verdicts);
        }
        bagged = new Bagged(objective, bags); // in the same variable, so that the first one's memory is free
        return new SteadyMains(
                bagged, steady, booster.boost(LEARN_COLUMNS, bagged, steady, settings.leastZ()), unsteady, verdicts);
    }

    private static List<Shape> without(List<Shape> shapes, Collection<Integer> inputs) {
        return shapes.stream()
                .filter(shape -> !inputs.contains(shape.axes().get(0).column().input()))
                .toList();
    }

    private static Set<Integer> ignored(Set<Integer> copies, PairRules rules) {
        Set<Integer> ignored = new HashSet<>(copies);
        ignored.addAll(rules.requiredInputs());
        return ignored;
    }

    private SortedMap<Integer, Double> unsteady(
            List<FeatureColumn> features, Set<Integer> ignored, Optional<DatedRows> dated, int rounds) {
        if (rounds == 0) {
            return Collections.emptySortedMap();
        }
        return dated.map(rows ->
                        new UnsteadyColumns(rows, workers).find(features, ignored, settings.binning(), booster, rounds))
                .orElseGet(Collections::emptySortedMap);
    }
}
