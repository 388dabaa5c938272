package io.holdfast.training.evaluation;

import io.holdfast.training.layout.TextTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

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
        return "Logistic regression on the same rows: ROC AUC " + figure(logistic.rocAuc()) + ", log loss "
                + figure(logistic.logLoss()) + ".";
    }

    private static String figure(Measure measure) {
        OptionalDouble known = measure.known();
        return known.isPresent() ? String.format(Locale.ROOT, "%.4f", known.getAsDouble()) : "not known";
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
        Metrics model = evaluation.model();
        Metrics baseline = evaluation.baseline();
        TextTable table = TextTable.aligned("lrlrl");
        table.add("", "model", "", "base rate only");
        add(table, "ROC AUC", model.rocAuc(), baseline.rocAuc(), "");
        add(table, "PR AUC", model.prAuc(), baseline.prAuc(), "");
        add(table, "log loss", model.logLoss(), baseline.logLoss(), "");
        add(table, "Brier score", model.brier(), baseline.brier(), "");
        String chance =
                "a calibrated model: about " + fixed(evaluation.reliability().eceIfCalibrated()) + " by chance";
        add(table, "calibration error (ECE)", model.ece(), baseline.ece(), chance);
        add(table, "calibration gap", model.calibrationGap(), baseline.calibrationGap(), "");
        add(table, "top-decile lift", model.topDecileLift(), baseline.topDecileLift(), "");
        return table;
    }

    private static void add(TextTable table, String name, Measure model, Measure baseline, String note) {
        table.add(name, value(model), interval(model), value(baseline), note);
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
                        String.format(Locale.ROOT, "%.0f %%", 100 * point.share()),
                        String.format(Locale.ROOT, "%,d", point.customers()),
                        value(point.lift()),
                        interval(point.lift()),
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
                    value(group.rocAuc()),
                    interval(group.rocAuc()),
                    value(group.calibrationGap()),
                    interval(group.calibrationGap()),
                    percent(group.topDecileShare()));
        }
        return table;
    }

    private static String value(Measure measure) {
        if (measure instanceof Measure.Undefined undefined) {
            return undefined.equals(Measure.Undefined.TOO_FEW) ? undefined.reason() : "undefined";
        }
        return fixed(measure.known().orElseThrow());
    }

    private static String interval(Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? "(" + fixed(estimated.interval().low()) + " to "
                        + fixed(estimated.interval().high()) + ")"
                : "";
    }

    private static String percents(Interval interval) {
        return "(" + percent(interval.low()) + " to " + percent(interval.high()) + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String fixed(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.equals("-0.0000") ? "0.0000" : text;
    }
}
