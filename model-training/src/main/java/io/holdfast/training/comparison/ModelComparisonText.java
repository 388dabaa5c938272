package io.holdfast.training.comparison;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.PairedMetric;
import io.holdfast.training.layout.TextTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A comparison of two models as plain text for a terminal. */
public final class ModelComparisonText {
    private ModelComparisonText() {}

    /** Lines, each ended by a line feed. */
    public static String of(ModelComparison comparison) {
        return model("A", comparison.a()) + model("B", comparison.b()) + headline(comparison) + "\n"
                + metrics(comparison).text() + verdict(comparison) + "\n"
                + top(comparison).text()
                + "The risk band differs for " + Rounded.percent(comparison.bandChanged(), 1)
                + " of the customers, the leading reason for " + Rounded.percent(comparison.reasonChanged(), 1) + ".\n";
    }

    private static String model(String letter, ModelComparison.Model model) {
        return letter + "  " + model.modelId() + " (" + model.trainer() + "), digest "
                + model.digest().substring(0, Math.min(16, model.digest().length())) + "\n";
    }

    private static String headline(ModelComparison comparison) {
        ChurnEvaluation.Resampling intervals = comparison.intervals();
        return String.format(
                Locale.ROOT,
                "%,d %s that neither was trained on, %,d of them left.%s%n",
                comparison.rows(),
                comparison.rows() == 1 ? "row" : "rows",
                comparison.positives(),
                intervals.resamples() == 0
                        ? " Too few rows for intervals."
                        : String.format(
                                Locale.ROOT,
                                "%n%.0f %% intervals: %s, %,d samples, seed %d.",
                                100 * intervals.level(),
                                intervals.method(),
                                intervals.resamples(),
                                intervals.seed()));
    }

    private static TextTable metrics(ModelComparison comparison) {
        TextTable table = TextTable.aligned("lrrrll");
        table.add("", "A", "B", "A less B", "", "");
        for (PairedMetric paired : comparison.metrics()) {
            Metric metric = paired.metric();
            table.add(
                    metric.title().in(Language.ENGLISH),
                    text(metric, paired.a()),
                    text(metric, paired.b()),
                    text(metric, paired.difference()),
                    paired.difference() instanceof Measure.Estimated estimated
                            ? "(" + metric.text(estimated.interval()) + ")"
                            : "",
                    same(comparison) ? "" : paired.verdict().text());
        }
        return table;
    }

    private static String text(Metric metric, Measure measure) {
        OptionalDouble known = measure.known();
        return known.isPresent() ? metric.text(known.getAsDouble()) : "undefined";
    }

    private static String verdict(ModelComparison comparison) {
        if (same(comparison)) {
            return "";
        }
        String a = named(comparison, PairedMetric.Verdict.A_BETTER);
        String b = named(comparison, PairedMetric.Verdict.B_BETTER);
        if (a.isEmpty() && b.isEmpty()) {
            return "No difference is shown: on these rows either model may be the better one.\n";
        }
        return (a.isEmpty() ? "" : "A is better by " + a + ".\n") + (b.isEmpty() ? "" : "B is better by " + b + ".\n");
    }

    /** One bundle twice: no rows could tell it from itself, so there is nothing to judge. */
    private static boolean same(ModelComparison comparison) {
        return comparison.a().digest().equals(comparison.b().digest());
    }

    private static String named(ModelComparison comparison, PairedMetric.Verdict verdict) {
        return comparison.metrics().stream()
                .filter(paired -> paired.verdict() == verdict)
                .map(paired -> paired.metric().title().in(Language.ENGLISH))
                .collect(Collectors.joining(", "));
    }

    private static TextTable top(ModelComparison comparison) {
        TextTable table = TextTable.aligned("lrrl");
        table.add("", "customers", "in both", "");
        for (ModelComparison.TopOverlap top : comparison.top()) {
            table.add(
                    String.format(Locale.ROOT, "top %.0f %%", 100 * top.share()),
                    String.format(Locale.ROOT, "%,d", top.customers()),
                    String.format(Locale.ROOT, "%,d", top.both()),
                    "(" + Rounded.percent((double) top.both() / top.customers(), 1) + ")");
        }
        return table;
    }
}
