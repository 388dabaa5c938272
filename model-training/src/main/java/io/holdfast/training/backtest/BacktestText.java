package io.holdfast.training.backtest;

import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.baseline.GainText;
import io.holdfast.training.evaluation.Interval;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A backtest as plain text for a terminal. */
public final class BacktestText {
    private BacktestText() {}

    /** Lines, each ended by a line feed. */
    public static String of(BacktestResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Each month is judged by a model that learned from what was known when it began; outcomes are known after %d days.%n"
                        + "95 %% intervals: percentile bootstrap over whole customers.%n%n",
                result.knownAfterDays()));
        text.append(periods(result).text()).append('\n').append(beside(result).text());
        text.append("\nAll months together:\n").append(pooled(result.pooled()));
        if (!result.gains().isEmpty()) {
            text.append(GainText.of(result.gains()));
        }
        return text.append('\n').append(leadTime(result.leadTime())).toString();
    }

    private static TextTable periods(BacktestResult result) {
        TextTable table = TextTable.aligned("lrrrrlrrrl");
        table.add("month", "learned", "rows", "left", "ROC AUC", "", "PR AUC", "log loss", "predicted/observed", "");
        for (BacktestResult.Period period : result.periods()) {
            BacktestResult.Figures figures = period.model();
            table.add(
                    period.month(),
                    count(period.learnedRows()),
                    count(figures.rows()),
                    Rounded.percent(figures.baseRate(), 1),
                    value(figures, Metric.ROC_AUC),
                    interval(figures, Metric.ROC_AUC),
                    value(figures, Metric.PR_AUC),
                    value(figures, Metric.LOG_LOSS),
                    ratio(figures.predictedToObserved()),
                    ratioInterval(figures.predictedToObserved()));
        }
        return table;
    }

    /** ROC AUC of whatever stands beside the model, and what has become of the first model. */
    private static TextTable beside(BacktestResult result) {
        BacktestResult.Period first = result.periods().get(0);
        TextTable table =
                TextTable.aligned("lrrr" + "r".repeat(first.baselines().size()));
        List<String> head =
                new ArrayList<>(List.of("ROC AUC", "model", "that of " + first.month(), "its predicted/observed"));
        first.baselines().forEach(baseline -> head.add(baseline.title()));
        table.add(head.toArray(String[]::new));
        for (BacktestResult.Period period : result.periods()) {
            List<String> cells = new ArrayList<>(List.of(
                    period.month(),
                    value(period.model(), Metric.ROC_AUC),
                    value(period.first(), Metric.ROC_AUC),
                    ratio(period.first().predictedToObserved())));
            period.baselines()
                    .forEach(baseline ->
                            cells.add(text(Metric.ROC_AUC, baseline.metrics().measure(Metric.ROC_AUC))));
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String pooled(BacktestResult.Figures pooled) {
        return String.format(
                Locale.ROOT,
                "%,d rows, %,d of them left (%s); ROC AUC %s %s, predicted/observed %s %s%n",
                pooled.rows(),
                pooled.positives(),
                Rounded.percent(pooled.baseRate(), 1),
                value(pooled, Metric.ROC_AUC),
                interval(pooled, Metric.ROC_AUC),
                ratio(pooled.predictedToObserved()),
                ratioInterval(pooled.predictedToObserved()));
    }

    private static String leadTime(LeadTime lead) {
        if (lead.leavers() == 0) {
            return "Lead time: nobody left at least " + lead.leastDays()
                    + " days after a list that could have named them.\n";
        }
        TextTable table = TextTable.aligned("lrlrl");
        table.add("list by", "share", "", "model less this", "");
        for (LeadTime.ByList list : lead.results()) {
            boolean model = list.equals(lead.results().get(0));
            table.add(
                    list.title(),
                    percent(list.early()),
                    percents(list.early()),
                    model ? "" : points(list.modelLess()),
                    model ? "" : pointsInterval(list.modelLess()));
        }
        table.add("lot", Rounded.percent(lead.byLot(), 1));
        return String.format(
                        Locale.ROOT,
                        "Lead time: share of %,d leavers who stood on a list at least %d days before they left, at %s of the customers at risk a month:%n",
                        lead.leavers(),
                        lead.leastDays(),
                        Rounded.percent(lead.capacity(), 0))
                + table.text();
    }

    private static String percent(Measure measure) {
        return measure.known().isPresent() ? Rounded.percent(measure.known().getAsDouble(), 1) : "undefined";
    }

    private static String percents(Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? "(" + Rounded.percent(estimated.interval().low(), 1) + " to "
                        + Rounded.percent(estimated.interval().high(), 1) + ")"
                : "";
    }

    private static String points(Measure measure) {
        double value = measure.known().orElse(0);
        return (value < 0 ? "" : "+") + Rounded.text(100 * value, 1) + " points";
    }

    private static String pointsInterval(Measure measure) {
        return measure instanceof Measure.Estimated estimated
                ? "(" + Rounded.text(100 * estimated.interval().low(), 1) + " to "
                        + Rounded.text(100 * estimated.interval().high(), 1) + ")"
                : "";
    }

    private static String ratio(Measure measure) {
        return measure.known().isPresent() ? Rounded.text(measure.known().getAsDouble(), 2) : "undefined";
    }

    private static String ratioInterval(Measure measure) {
        if (!(measure instanceof Measure.Estimated estimated)) {
            return "";
        }
        Interval interval = estimated.interval();
        return "(" + Rounded.text(interval.low(), 2) + " to " + Rounded.text(interval.high(), 2) + ")";
    }

    private static String value(BacktestResult.Figures figures, Metric metric) {
        return text(metric, figures.metrics().measure(metric));
    }

    private static String interval(BacktestResult.Figures figures, Metric metric) {
        return figures.metrics().measure(metric) instanceof Measure.Estimated estimated
                ? "(" + metric.text(estimated.interval()) + ")"
                : "";
    }

    private static String text(Metric metric, Measure measure) {
        return measure.known().isPresent() ? metric.text(measure.known().getAsDouble()) : "undefined";
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
