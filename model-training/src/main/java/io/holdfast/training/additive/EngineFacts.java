package io.holdfast.training.additive;

import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.scoring.model.Term;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.dates.CommonColumns.Verdict;
import io.holdfast.training.additive.dates.DatedRows;
import io.holdfast.training.additive.interaction.ColumnPair;
import io.holdfast.training.additive.interaction.InteractionStage;
import io.holdfast.training.additive.trees.PartWeights;
import io.holdfast.training.additive.trees.TreeSettings;
import io.holdfast.training.additive.trees.TreeStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the engine found and decided, in words for the model card. */
final class EngineFacts {
    private static final double PERCENT = 100;

    private final Map<String, String> facts = new TreeMap<>();
    private final List<BinnedColumn> columns;
    private boolean mains;
    private boolean interactions;

    EngineFacts(List<BinnedColumn> columns) {
        this.columns = columns;
    }

    /** Names of the columns that differ. */
    static String different(List<BinnedColumn> plain, List<BinnedColumn> ordered) {
        return plain.stream()
                .filter(column -> !ordered.contains(column))
                .map(BinnedColumn::name)
                .collect(Collectors.joining(", "));
    }

    Map<String, String> facts() {
        return facts;
    }

    void copies(SortedMap<Integer, Integer> copies) {
        if (!copies.isEmpty()) {
            facts.put(
                    "leftOutAsCopies",
                    copies.entrySet().stream()
                            .map(copy -> columns.get(copy.getKey()).name() + " of "
                                    + columns.get(copy.getValue()).name())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Columns whose tables, learned on other dates, made the loss of a date worse. */
    void unsteady(SortedMap<Integer, Double> columnsAndFalls, Optional<DatedRows> dated) {
        if (!columnsAndFalls.isEmpty()) {
            facts.put(
                    "leftOutAsUnsteady",
                    columnsAndFalls.entrySet().stream()
                                    .map(column -> columns.get(column.getKey()).name() + " (z "
                                            + rounded(column.getValue()) + ")")
                                    .collect(Collectors.joining(", "))
                            + "; learned from all but one of %d dates, they foretell that one worse than without them"
                                    .formatted(dated.map(rows -> rows.bags().count())
                                            .orElse(0)));
        }
    }

    /** Columns that are the same for all rows of a date: whether what they say has come again on other dates. */
    void common(SortedMap<Integer, Verdict> columnsAndVerdicts) {
        String leftOut = columnsAndVerdicts.entrySet().stream()
                .filter(column -> !column.getValue().recurs())
                .map(column -> columns.get(column.getKey()).name()
                        + (Double.isInfinite(column.getValue().needed())
                                ? " (no value on two dates)"
                                : " (F " + rounded(column.getValue().ratio()) + " where "
                                        + rounded(column.getValue().needed()) + " is needed)"))
                .collect(Collectors.joining(", "));
        if (!leftOut.isEmpty()) {
            facts.put(
                    "leftOutAsCommonToDates",
                    leftOut
                            + "; the same for all rows of a date, and dates with the same value differ as much as others");
        }
    }

    /** Which of the required pairs are without a table: what stands in the way differs from one part of the rows to the next, so it is told, not refused. */
    void required(Set<ColumnPair> pairs, List<Term> tables, SortedMap<Integer, Integer> copies) {
        Set<List<Integer>> built = tables.stream().map(Term::inputs).collect(Collectors.toSet());
        String without = pairs.stream()
                .filter(pair -> !built.contains(List.of(pair.first(), pair.second())))
                .sorted(Comparator.comparingInt(ColumnPair::first).thenComparingInt(ColumnPair::second))
                .map(pair -> columns.get(pair.first()).name() + " x "
                        + columns.get(pair.second()).name() + " ("
                        + Stream.of(pair.first(), pair.second())
                                .flatMap(input -> obstacle(input, copies).stream())
                                .findFirst()
                                .orElse("out of bag it gains nothing")
                        + ")")
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            facts.put(AdditiveTrainer.REQUIRED_WITHOUT_TABLE, without);
        }
    }

    private Optional<String> obstacle(int input, SortedMap<Integer, Integer> copies) {
        BinnedColumn column = columns.get(input);
        if (!column.varies()) {
            return Optional.of(column.name() + " does not vary");
        }
        if (copies.containsKey(input)) {
            return Optional.of(column.name() + " is a copy of "
                    + columns.get(copies.get(input)).name());
        }
        return column.ownOrder() ? Optional.of(column.name() + " has too many levels") : Optional.empty();
    }

    void mains(Stage stage, boolean kept) {
        mains = kept;
        facts.put(
                "rounds", kept ? Integer.toString(stage.rounds()) : "none that help for sure; z " + rounded(stage.z()));
    }

    void screened(int screened, int of) {
        if (screened < of) {
            facts.put("pairsSearchedAmong", "the " + screened + " strongest of " + of + " columns");
        }
    }

    /** Pairs or triples. */
    void interactions(InteractionStage tried) {
        Stage stage = tried.stage();
        interactions |= tried.kept();
        String key = stage.shapes().get(0).axes().size() == 2 ? "pairs" : "triples";
        String tables = stage.shapes().stream().map(this::names).collect(Collectors.joining(", "));
        facts.put(
                key,
                tried.kept()
                        ? tables + " (z " + rounded(stage.z()) + ", " + stage.rounds() + " rounds)"
                        : Double.isInfinite(tried.needed())
                                ? "none; out of bag those required gain nothing"
                                : "none; z " + rounded(stage.z()) + " where " + rounded(tried.needed()) + " is needed");
    }

    /** How much of the score trees give. */
    void trees(TreeStage stage, TreeSettings settings) {
        PartWeights weights = stage.weights();
        if (weights.mixed()) {
            facts.put(
                    "trees",
                    "%d of up to %d questions, weighing %s%s (z %s)"
                            .formatted(
                                    stage.forests().stream()
                                            .mapToInt(forest -> forest.trees().size())
                                            .sum(),
                                    settings.depth(),
                                    percent(weights.trees()),
                                    beside(weights, settings),
                                    rounded(weights.z())));
        } else if (stage.rounds() == 0) {
            facts.put(
                    "trees",
                    weights.z() == 0
                            ? "none"
                            : "none; on top of the tables, a trial of few reaches z " + rounded(weights.z()) + " where "
                                    + rounded(settings.pilot().leastZ()) + " is needed");
        } else {
            facts.put(
                    "trees",
                    weights.z() < settings.leastZ()
                            ? "none; z " + rounded(weights.z()) + " where " + rounded(settings.leastZ()) + " is needed"
                            : "none; beside the tables they weigh nothing");
        }
    }

    private String beside(PartWeights weights, TreeSettings settings) {
        List<String> others = new ArrayList<>();
        if (mains) {
            others.add(percent(weights.mains()) + " of the columns' own tables" + sharesHeld(settings));
        }
        if (interactions && weights.interactions() > 0) {
            others.add(percent(weights.interactions()) + " of pairs and triples");
        }
        return others.isEmpty() ? "" : " beside " + String.join(", and ", others);
    }

    private String sharesHeld(TreeSettings settings) {
        if (settings.startShare() > 0) {
            return ", of which the trees hold a share already";
        }
        boolean directed = columns.stream().anyMatch(column -> column.direction() != Monotone.NONE);
        return directed ? ", of which the trees hold those with a direction already" : "";
    }

    private static String percent(double weight) {
        return Math.round(PERCENT * weight) + " %";
    }

    private String names(Shape shape) {
        return shape.axes().stream().map(axis -> axis.column().name()).collect(Collectors.joining(" x "));
    }

    private static String rounded(double value) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
