package io.holdfast.training.additive.interaction;

import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Booster;
import io.holdfast.training.additive.boosting.BoostingSettings;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.parallel.Workers;
import java.util.ArrayList;
import java.util.List;

/** Boosts pairs, then triples, on top of the columns' own tables, and keeps either where the out-of-bag loss falls for sure. */
public final class InteractionStages {
    private static final int PAIRS_OF_TRIPLE = 2;

    /** Of 200 candidates, as twenty columns have them, for which the needed z is set. */
    private static final double LOG_OF_MANY = StrictMath.log(200);

    private final InteractionSettings settings;
    private final BoostingSettings boosting;
    private final PairRules rules;
    private final Booster booster;
    private final Workers workers;
    private final Progress progress;
    private final List<InteractionStage> stages = new ArrayList<>();

    /** Stages that use this booster, which has these settings. */
    public InteractionStages(
            InteractionSettings settings,
            BoostingSettings boosting,
            PairRules rules,
            Booster booster,
            Workers workers,
            Progress progress) {
        this.settings = settings;
        this.boosting = boosting;
        this.rules = rules;
        this.booster = booster;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Learns pairs and triples.
     *
     * @param mains the stage of the columns' own tables, which the bags hold
     * @return the stages tried, those that were kept and those that were not
     */
    public List<InteractionStage> learn(Bagged bagged, Stage mains) {
        List<CoarseAxes> columns = columns(bagged, mains);
        List<Shape> pairs = learnPairs(bagged, columns, mains.shapes().size());
        if (!pairs.isEmpty() && settings.triples() > 0) {
            learnTriples(bagged, columns, pairs);
        }
        return List.copyOf(stages);
    }

    /** The columns that may have tables together: an order of levels that differs from bag to bag cannot. */
    private List<CoarseAxes> columns(Bagged bagged, Stage mains) {
        List<Integer> strong = ColumnStrength.strongest(bagged, mains, settings.screenedColumns(), workers);
        List<CoarseAxes> columns = new ArrayList<>();
        for (int s = 0; s < mains.shapes().size(); s++) {
            BinnedColumn column = mains.shapes().get(s).axes().get(0).column();
            boolean wanted = strong.contains(s)
                    || rules.required().stream()
                            .anyMatch(pair -> pair.first() == column.input() || pair.second() == column.input());
            if (wanted && !column.ownOrder()) {
                columns.add(new CoarseAxes(column, mains.mean(s)));
            }
        }
        return columns;
    }

    /** @param all columns that those screened were picked from */
    private List<Shape> learnPairs(Bagged bagged, List<CoarseAxes> columns, int all) {
        List<List<CoarseAxes>> candidates = new ArrayList<>();
        List<List<CoarseAxes>> required = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                int one = columns.get(i).column().input();
                int other = columns.get(j).column().input();
                if (rules.requires(one, other)) {
                    required.add(List.of(columns.get(i), columns.get(j)));
                } else if (!rules.forbids(one, other)) {
                    candidates.add(List.of(columns.get(i), columns.get(j)));
                }
            }
        }
        List<Shape> must = required.stream()
                .map(pair -> CoarseAxes.refined(pair, settings.pairPlaces(), settings.pairCells()))
                .toList();
        List<Shape> chosen = new ArrayList<>(must);
        chosen.addAll(chosen(
                bagged, "search pairs", candidates, settings.pairs(), settings.pairPlaces(), settings.pairCells()));
        if (chosen.isEmpty()) {
            return chosen;
        }
        if (boost(bagged, "learn pairs", chosen, neededZ(candidates.size(), all))) {
            return chosen;
        }
        if (!must.isEmpty()) {
            boost(bagged, "learn required pairs", must, Double.NEGATIVE_INFINITY);
        }
        return List.of();
    }

    /**
     * The best of more candidates reach more by chance: the expected maximum of n grows as the root of its logarithm. Where columns were picked by the very rows that judge pairs, the pairs
     * of all columns were candidates.
     */
    private double neededZ(int candidates, int columns) {
        double tried = columns > settings.screenedColumns() ? columns * (columns - 1.0) / 2 : Math.max(1, candidates);
        return settings.pairZ() * StrictMath.sqrt(Math.max(1, StrictMath.log(tried) / LOG_OF_MANY));
    }

    /** Only triples that hold two chosen pairs; no column with a direction, which a tree of three columns does not keep. */
    private void learnTriples(Bagged bagged, List<CoarseAxes> columns, List<Shape> pairs) {
        List<List<CoarseAxes>> candidates = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                for (int k = j + 1; k < columns.size(); k++) {
                    List<CoarseAxes> triple = List.of(columns.get(i), columns.get(j), columns.get(k));
                    if (mayBe(triple) && chosenPairs(triple, pairs) >= PAIRS_OF_TRIPLE) {
                        candidates.add(triple);
                    }
                }
            }
        }
        List<Shape> chosen = chosen(
                bagged,
                "search triples",
                candidates,
                settings.triples(),
                settings.triplePlaces(),
                settings.tripleCells());
        if (!chosen.isEmpty()) {
            boost(bagged, "learn triples", chosen, settings.tripleZ());
        }
    }

    private boolean mayBe(List<CoarseAxes> triple) {
        boolean may = true;
        for (CoarseAxes one : triple) {
            may &= one.column().direction() == Monotone.NONE;
            for (CoarseAxes other : triple) {
                may &= one == other
                        || !rules.forbids(one.column().input(), other.column().input());
            }
        }
        return may;
    }

    private static long chosenPairs(List<CoarseAxes> triple, List<Shape> pairs) {
        return pairs.stream()
                .filter(pair -> triple.stream()
                                .filter(column -> pair.reads(column.column()))
                                .count()
                        == 2)
                .count();
    }

    private List<Shape> chosen(
            Bagged bagged, String what, List<List<CoarseAxes>> candidates, int most, int places, int cells) {
        List<Shape> shapes = candidates.stream()
                .map(columns -> new Shape(
                        columns.stream().map(column -> column.axis(places)).toList()))
                .toList();
        return new InteractionScreen(boosting, bagged, settings.fewBagsFrom(), workers, progress)
                .best(what, shapes, most).stream()
                        .map(c -> CoarseAxes.refined(candidates.get(c), places, cells))
                        .toList();
    }

    private boolean boost(Bagged bagged, String what, List<Shape> shapes, double needed) {
        Stage stage = booster.boost(what, bagged, shapes, needed);
        boolean kept = stage.rounds() > 0 && stage.z() >= needed;
        stages.add(new InteractionStage(stage, needed, kept));
        return kept;
    }
}
