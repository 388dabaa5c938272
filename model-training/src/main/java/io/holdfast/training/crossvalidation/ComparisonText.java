package io.holdfast.training.crossvalidation;

import io.holdfast.training.layout.TextTable;
import java.util.Locale;

/** A comparison for a terminal. */
public final class ComparisonText {
    private ComparisonText() {}

    /** Lines, each ended by a line feed. */
    public static String of(Comparison comparison) {
        String first = comparison.learners().get(0).name();
        TextTable table = TextTable.aligned("lrlrlrrrrr");
        table.add("", "ROC AUC", "", "log loss", "", "PR AUC", "Brier", "ECE", "lift 10 %", "seconds");
        TextTable differences = TextTable.aligned("lrlrl");
        differences.add("less " + first, "ROC AUC", "", "log loss", "");
        for (Comparison.Learner learner : comparison.learners()) {
            table.add(
                    learner.name(),
                    fixed(learner.rocAuc().mean()),
                    interval(learner.rocAuc()),
                    fixed(learner.logLoss().mean()),
                    interval(learner.logLoss()),
                    fixed(learner.prAuc().mean()),
                    fixed(learner.brier().mean()),
                    fixed(learner.ece().mean()),
                    String.format(Locale.ROOT, "%.2f", learner.topDecileLift().mean()),
                    String.format(Locale.ROOT, "%.2f", learner.seconds()));
            if (!learner.name().equals(first)) {
                differences.add(
                        learner.name(),
                        signed(learner.rocAucMore().mean()),
                        interval(learner.rocAucMore()),
                        signed(learner.logLossMore().mean()),
                        interval(learner.logLossMore()));
            }
        }
        return String.format(
                        Locale.ROOT,
                        "Means over %d held-out folds, with 95 %% intervals (Nadeau and Bengio); seconds of one training.%n",
                        comparison.folds())
                + table.text() + "Differences, paired by fold:\n" + differences.text();
    }

    private static String interval(FoldMean mean) {
        return "(" + fixed(mean.interval().low()) + " to "
                + fixed(mean.interval().high()) + ")";
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }
}
