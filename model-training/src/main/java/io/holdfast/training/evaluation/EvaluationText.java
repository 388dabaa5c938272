package io.holdfast.training.evaluation;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.training.layout.Rounded;
import io.holdfast.training.layout.TextTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An evaluation as plain text for a terminal. */
public final class EvaluationText {
    /** The shares of the lift curve that stand in the text. */
    private static final Set<Double> TOLD = Set.of(.01, .05, .1, .2, .3, .5);

    private EvaluationText() {}

    /** Measures beside the baseline, reliability, lift, and the sensitive groups where there are any. */
    public static String of(ChurnEvaluation evaluation) {
        StringBuilder text = new StringBuilder();
        text.append(headline(evaluation)).append('\n');
        text.append('\n').append(measures(evaluation).text());
        text.append("\nWhat the model said beside what happened, in tenths of the rows\n");
        text.append(reliability(evaluation.reliability()).text());
        TextTable lift = lift(evaluation.lift());
        if (!lift.isEmpty()) {
            text.append("\nContacting the highest scores first\n").append(lift.text());
        }
        if (!evaluation.groups().isEmpty()) {
            text.append("\nSensitive groups\n").append(groups(evaluation).text());
        }
        return text.toString();
    }

    /** The measures beside the baseline, and no more. */
    public static String summary(ChurnEvaluation evaluation) {
        return headline(evaluation) + "\n\n" + measures(evaluation).text();
    }

    /** One sentence on what logistic regression, trained on the same rows, reaches on the same held-out rows. */
    public static String beside(Metrics logistic) {
        return "Logistic regression on the same rows: " + brief(logistic) + ".";
    }

    /** The two figures that most tell a model by, in one line. */
    public static String brief(Metrics metrics) {
        return Stream.of(Metric.ROC_AUC, Metric.LOG_LOSS)
                .map(metric -> metric.title().in(Language.ENGLISH) + " " + value(metric, metrics.measure(metric)))
                .collect(Collectors.joining(", "));
    }

    /** Rows, leavers and how the intervals came about, in one line. */
    private static String headline(ChurnEvaluation evaluation) {
        String rows = String.format(
                Locale.ROOT,
                "%,d held-out %s, %,d of them left (%s).",
                evaluation.rows(),
                evaluation.rows() == 1 ? "row" : "rows",
                evaluation.positives(),
                percent(evaluation.baseRate()));
        ChurnEvaluation.Resampling intervals = evaluation.intervals();
        if (intervals.resamples() == 0) {
            return rows + " Too few rows for intervals.";
        }
        return rows
                + String.format(
                        Locale.ROOT,
                        " Intervals: %.0f %%, %s, %,d samples, seed %d.",
                        100 * intervals.level(),
                        intervals.method(),
                        intervals.resamples(),
                        intervals.seed());
    }

    private static TextTable measures(ChurnEvaluation evaluation) {
        TextTable table = TextTable.aligned("lrlrl");
        table.add("", "model", "", "base rate only");
        for (Metric metric : Metric.values()) {
            Measure model = evaluation.model().measure(metric);
            table.add(
                    metric.title().in(Language.ENGLISH),
                    value(metric, model),
                    interval(metric, model),
                    value(metric, evaluation.baseline().measure(metric)),
                    metric == Metric.ECE ? chance(evaluation.reliability()) : "");
        }
        return table;
    }

    private static String chance(ReliabilityCurve curve) {
        return "a calibrated model: about " + Metric.ECE.text(curve.eceIfCalibrated()) + " by chance";
    }

    private static TextTable reliability(ReliabilityCurve curve) {
        TextTable table = TextTable.aligned("rrrl");
        table.add("rows", "said", "happened", "");
        for (ReliabilityCurve.Bin bin : curve.bins()) {
            table.add(
                    String.format(Locale.ROOT, "%,d", bin.rows()),
                    percent(bin.meanProbability()),
                    percent(bin.observedRate()),
                    percents(bin.interval()));
        }
        return table;
    }

    private static TextTable lift(LiftCurve curve) {
        TextTable table = TextTable.aligned("rrrlr");
        for (LiftCurve.Point point : curve.points()) {
            OptionalDouble captured = point.captured().known();
            if (captured.isPresent() && TOLD.contains(point.share())) {
                if (table.isEmpty()) {
                    table.add("share", "customers", "lift", "", "leavers found");
                }
                table.add(
                        Rounded.percent(point.share(), 0),
                        String.format(Locale.ROOT, "%,d", point.customers()),
                        value(Metric.TOP_DECILE_LIFT, point.lift()),
                        interval(Metric.TOP_DECILE_LIFT, point.lift()),
                        percent(captured.getAsDouble()));
            }
        }
        return table;
    }

    private static TextTable groups(ChurnEvaluation evaluation) {
        TextTable table = TextTable.aligned("llrrrrlrlr");
        table.add("column", "value", "rows", "left", "said", "ROC AUC", "", "calibration gap", "", "in top tenth");
        for (GroupResult group : evaluation.groups()) {
            table.add(
                    group.column(),
                    group.rest() ? "(all others)" : group.value().isEmpty() ? "(missing)" : group.value(),
                    String.format(Locale.ROOT, "%,d", group.rows()),
                    percent(group.observedRate().known().orElse(0)),
                    percent(group.meanProbability()),
                    value(Metric.ROC_AUC, group.rocAuc()),
                    interval(Metric.ROC_AUC, group.rocAuc()),
                    value(Metric.CALIBRATION_GAP, group.calibrationGap()),
                    interval(Metric.CALIBRATION_GAP, group.calibrationGap()),
                    percent(group.topDecileShare()));
        }
        return table;
    }

    private static String value(Metric metric, Measure measure) {
        if (measure instanceof Measure.Undefined undefined) {
            return undefined.equals(Measure.Undefined.TOO_FEW) ? undefined.reason() : "undefined";
        }
        return metric.text(measure.known().orElseThrow());
    }

    private static String interval(Metric metric, Measure measure) {
        return measure instanceof Measure.Estimated estimated ? "(" + metric.text(estimated.interval()) + ")" : "";
    }

    private static String percents(Interval interval) {
        return "(" + percent(interval.low()) + " to " + percent(interval.high()) + ")";
    }

    private static String percent(double share) {
        return Rounded.percent(share, 1);
    }
}
