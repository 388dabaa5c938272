package io.holdfast.training.crossvalidation;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A comparison for a terminal: a line a metric, and for every learner a value with its interval. */
public final class ComparisonText {
    private ComparisonText() {}

    /** Lines, each ended by a line feed. */
    public static String of(Comparison comparison) {
        List<Comparison.Learner> learners = comparison.learners();
        TextTable means = table(learners, Comparison.Learner::mean, false);
        List<String> seconds = new ArrayList<>(List.of("seconds"));
        for (Comparison.Learner learner : learners) {
            seconds.add(Rounded.text(learner.seconds(), 2));
            seconds.add("");
        }
        means.add(seconds.toArray(String[]::new));
        String text = String.format(
                        Locale.ROOT,
                        "Means over %d held-out folds, with 95 %% intervals (Nadeau and Bengio); seconds of one training.\n",
                        comparison.folds())
                + means.text();
        if (learners.size() == 1) {
            return text;
        }
        TextTable differences = table(learners.subList(1, learners.size()), Comparison.Learner::difference, true);
        return text + "Difference from " + learners.get(0).name() + ", paired by fold:\n" + differences.text();
    }

    private static TextTable table(
            List<Comparison.Learner> learners,
            BiFunction<Comparison.Learner, Metric, FoldMean> figure,
            boolean signed) {
        TextTable table = TextTable.aligned("l" + "rl".repeat(learners.size()) + "l");
        List<String> head = new ArrayList<>(List.of(""));
        for (Comparison.Learner learner : learners) {
            head.add(learner.name());
            head.add("");
        }
        table.add(head.toArray(String[]::new));
        for (Metric metric : Metric.values()) {
            List<String> cells = new ArrayList<>(List.of(metric.title().in(Language.ENGLISH)));
            for (Comparison.Learner learner : learners) {
                FoldMean mean = figure.apply(learner, metric);
                cells.add(signed ? metric.difference(mean.mean()) : metric.text(mean.mean()));
                cells.add("(" + metric.text(mean.interval()) + ")");
            }
            cells.add(metric.best().text().in(Language.ENGLISH));
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }
}
