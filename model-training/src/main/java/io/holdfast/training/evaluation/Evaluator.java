package io.holdfast.training.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** Evaluates a model by the rows it scored. */
public final class Evaluator {
    private static final String METHOD = "percentile bootstrap over ";

    private Evaluator() {}

    /** The verdict; equal rows in any order, where none depends on another, and equal settings give an equal one. */
    public static ChurnEvaluation evaluate(ScoredRows rows, EvaluationSettings settings) {
        RankedRows ranked = RankedRows.of(rows.probabilities(), rows.positives(), rows.clusters());
        Bootstrap bootstrap = Bootstrap.of(ranked, settings);
        return new ChurnEvaluation(
                ranked.size(),
                ranked.positiveCount(),
                ranked.baseRate(),
                new ChurnEvaluation.Resampling(
                        METHOD
                                + (ranked.clustered()
                                        ? "whole " + rows.clusters().what()
                                        : "rows"),
                        Interval.LEVEL,
                        bootstrap.samples(),
                        settings.seed()),
                model(bootstrap),
                Baseline.of(ranked),
                Reliability.of(ranked),
                lift(ranked, bootstrap),
                new GroupTable(rows, ranked, settings).results(),
                CurveSweep.of(ranked));
    }

    private static Metrics model(Bootstrap bootstrap) {
        return new Metrics(
                bootstrap.measure(Statistic.ROC_AUC),
                bootstrap.measure(Statistic.PR_AUC),
                bootstrap.measure(Statistic.LOG_LOSS),
                bootstrap.measure(Statistic.BRIER),
                bootstrap.measure(Statistic.ECE),
                bootstrap.measure(Statistic.CALIBRATION_GAP),
                bootstrap.lift(Statistics.topDecile()));
    }

    private static LiftCurve lift(RankedRows rows, Bootstrap bootstrap) {
        List<LiftCurve.Point> points = IntStream.range(0, Statistics.shares())
                .mapToObj(index -> new LiftCurve.Point(
                        Statistics.share(index),
                        Statistics.customers(Statistics.share(index), rows.size()),
                        bootstrap.lift(index),
                        bootstrap.captured(index)))
                .toList();
        return new LiftCurve(points);
    }
}
