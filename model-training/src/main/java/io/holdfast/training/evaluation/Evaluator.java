package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;
import io.holdfast.training.profit.TableCosts;
import java.util.List;
import java.util.stream.IntStream;

/** Evaluates a model by the rows it scored. */
public final class Evaluator {
    private static final String METHOD = "percentile bootstrap over ";

    private Evaluator() {}

    /** The verdict with assumed costs; see {@link #evaluate(ScoredRows, TableCosts, EvaluationSettings)}. */
    public static ChurnEvaluation evaluate(ScoredRows rows, EvaluationSettings settings) {
        return evaluate(rows, TableCosts.assumed(rows.positives()), settings);
    }

    /** The verdict; equal rows in any order, where none depends on another, and equal settings give an equal one. */
    public static ChurnEvaluation evaluate(ScoredRows rows, TableCosts costs, EvaluationSettings settings) {
        RankedRows ranked = RankedRows.of(rows);
        Bootstrap bootstrap = Bootstrap.of(ranked, settings);
        LiftCurve lift = lift(ranked, bootstrap);
        return new ChurnEvaluation(
                ranked.size(),
                ranked.positiveCount(),
                ranked.baseRate(),
                new ChurnEvaluation.Resampling(
                        METHOD
                                + (ranked.clustered()
                                        ? "whole " + rows.clusters().what()
                                        : "rows")
                                + ranked.weighting(),
                        ranked.effective(),
                        Interval.LEVEL,
                        bootstrap.samples(),
                        settings.seed()),
                Metrics.each(bootstrap::measure),
                Metrics.each(metric -> metric.baseline(ranked)),
                Reliability.of(ranked),
                lift,
                new GroupTable(rows, ranked, settings).results(),
                CurveSweep.of(ranked),
                ProfitEvaluator.of(rows, costs, lift, settings));
    }

    /** The metrics alone, with intervals. */
    public static Metrics measured(ScoredRows rows, EvaluationSettings settings) {
        RankedRows ranked = RankedRows.of(rows);
        return Metrics.each(Bootstrap.of(ranked, settings)::measure);
    }

    /** The metrics alone, without intervals; rows of equal weight, as in {@link ScoredRows}. */
    public static Metrics metrics(double[] probabilities, boolean[] positives) {
        return metrics(probabilities, positives, RowWeights.EVEN);
    }

    /** The metrics alone, without intervals; the rows as in {@link ScoredRows}. */
    public static Metrics metrics(double[] probabilities, boolean[] positives, RowWeights weights) {
        return metrics(RankedRows.of(probabilities, positives, Clusters.none(probabilities.length), weights));
    }

    private static Metrics metrics(RankedRows rows) {
        Statistics found = new Sweep(rows).once();
        return Metrics.each(metric -> metric.kind() == Kind.RANKING && rows.oneClass()
                ? Measure.Undefined.ONE_CLASS
                : new Measure.Point(found.value(metric)));
    }

    private static LiftCurve lift(RankedRows rows, Bootstrap bootstrap) {
        List<LiftCurve.Point> points = IntStream.range(0, Shares.count())
                .mapToObj(index -> new LiftCurve.Point(
                        Shares.at(index),
                        Shares.customers(Shares.at(index), rows.size()),
                        bootstrap.lift(index),
                        bootstrap.captured(index)))
                .toList();
        return new LiftCurve(points);
    }
}
