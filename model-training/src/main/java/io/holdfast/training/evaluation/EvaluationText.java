package io.holdfast.training.evaluation;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation as plain text for a terminal. */
public final class EvaluationText {
    private static final List<Metric> BRIEF = List.of(Metric.ROC_AUC, Metric.LOG_LOSS);

    private EvaluationText() {}

    /** What a decision needs: measures beside the baseline, reliability, whom to contact, and the sensitive groups where there are any. */
    public static String of(ChurnEvaluation evaluation) {
        StringBuilder text = new StringBuilder(summary(evaluation));
        text.append('\n').append(reliability(evaluation.reliability()));
        if (evaluation.profit().empc().known().isPresent()) {
            text.append('\n').append(ProfitText.of(evaluation));
        }
        evaluation.groups().stream()
                .map(GroupResult::column)
                .distinct()
                .forEach(column -> text.append("\nSensitive groups by " + Excerpt.plain(column) + "\n")
                        .append(groups(evaluation, column).text()));
        groupsOff(evaluation).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The measures beside the baseline, and no more. */
    public static String summary(ChurnEvaluation evaluation) {
        return headline(evaluation) + "\n\n" + measures(evaluation).text();
    }

    /** What logistic regression, trained on the same rows, reaches on the same held-out rows, and how far the model is from it. */
    public static String beside(BaselineComparison logistic) {
        return "Logistic regression on the same rows: " + brief(logistic.metrics()) + ".\nThe model less it: "
                + BRIEF.stream()
                        .map(logistic::paired)
                        .map(paired -> paired.metric().title().in(Language.ENGLISH) + " "
                                + difference(paired.metric(), paired.difference()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** A difference of two values of a metric, with its interval where there is one. */
    public static String difference(Metric metric, Measure difference) {
        if (difference.known().isEmpty()) {
            return value(metric, difference);
        }
        String interval = interval(metric, difference);
        return metric.difference(difference.known().getAsDouble()) + (interval.isEmpty() ? "" : " " + interval);
    }

    /** Which groups get probabilities that are off beyond chance, and by how much, in lines; none where no group is large enough to compare. */
    public static List<String> groupsOff(ChurnEvaluation evaluation) {
        long compared = evaluation.groups().stream()
                .filter(group -> group.calibrationGapP().known().isPresent())
                .count();
        if (compared == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        evaluation.groups().stream()
                .filter(GroupResult::off)
                .map(group -> "  " + Excerpt.plain(group.column() + " " + name(group)) + ": said less left "
                        + difference(Metric.CALIBRATION_GAP, group.calibrationGap()))
                .forEach(lines::add);
        String groups = "Of " + compared + (compared == 1 ? " group" : " groups") + " large enough to compare, ";
        lines.add(
                0,
                groups
                        + (lines.isEmpty()
                                ? "none has probabilities off beyond chance (5 %, Holm)."
                                : "these have probabilities off beyond chance (5 %, Holm):"));
        return lines;
    }

    /** The two figures that most tell a model by, in one line. */
    public static String brief(Metrics metrics) {
        return BRIEF.stream()
                .map(metric -> metric.title().in(Language.ENGLISH) + " " + value(metric, metrics.measure(metric)))
                .collect(Collectors.joining(", "));
    }

    /** Rows and leavers, and how the intervals came about. */
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
                        "%n%.0f %% intervals: %s, %,d samples, seed %d.",
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
        return "by chance about " + Metric.ECE.text(curve.eceIfCalibrated());
    }

    /** How many bins keep what was said, and the one that keeps it least. */
    private static String reliability(ReliabilityCurve curve) {
        long kept = curve.bins().stream().filter(bin -> miss(bin) == 0).count();
        ReliabilityCurve.Bin worst = curve.bins().stream()
                .max(Comparator.comparingDouble(EvaluationText::miss).thenComparingDouble(EvaluationText::gap))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "Reliability: in %d of %d bins of equally many rows, what the model said lies within 95 %% chance.%n"
                        + "Farthest off: %,d %s of whom it said %s leave, and %s left %s.%n",
                kept,
                curve.bins().size(),
                worst.rows(),
                worst.rows() == 1 ? "row" : "rows",
                percent(worst.meanProbability()),
                percent(worst.observedRate()),
                percents(worst.interval()));
    }

    /** How far what was said lies outside the interval of what happened. */
    private static double miss(ReliabilityCurve.Bin bin) {
        return Math.max(
                0,
                Math.max(
                        bin.meanProbability() - bin.interval().high(),
                        bin.interval().low() - bin.meanProbability()));
    }

    private static double gap(ReliabilityCurve.Bin bin) {
        return Math.abs(bin.meanProbability() - bin.observedRate());
    }

    private static TextTable groups(ChurnEvaluation evaluation, String column) {
        TextTable table = TextTable.aligned("lrrrrllr");
        table.add("value", "rows", "left", "said", "ROC AUC", "", "said less left", "in top tenth");
        evaluation.groups().stream()
                .filter(group -> group.column().equals(column))
                .forEach(group -> table.add(
                        name(group),
                        String.format(Locale.ROOT, "%,d", group.rows()),
                        percent(group.observedRate().known().orElse(0)),
                        percent(group.meanProbability()),
                        value(Metric.ROC_AUC, group.rocAuc()),
                        interval(Metric.ROC_AUC, group.rocAuc()),
                        interval(Metric.CALIBRATION_GAP, group.calibrationGap()),
                        percent(group.topDecileShare())));
        return table;
    }

    private static String name(GroupResult group) {
        return group.rest() ? "(all others)" : group.value().isEmpty() ? "(missing)" : group.value();
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
