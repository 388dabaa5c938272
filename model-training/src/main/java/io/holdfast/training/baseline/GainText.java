package io.holdfast.training.baseline;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.PairedMetric;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Gains over baselines as plain text: what each reaches, the difference with its interval, and in words whether there is any. */
public final class GainText {
    private static final List<Metric> SHOWN = List.of(Metric.ROC_AUC, Metric.PR_AUC, Metric.LOG_LOSS);

    private GainText() {}

    /** The table and the sentences; lines, each ended by a line feed. */
    public static String of(List<BaselineComparison> gains) {
        StringBuilder text = new StringBuilder(table(gains));
        sentences(gains).forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    /** The figures alone. */
    public static String table(List<BaselineComparison> gains) {
        TextTable table = TextTable.aligned("lrlrlrl");
        List<String> head = new ArrayList<>(List.of(""));
        for (Metric metric : SHOWN) {
            head.add(metric.title().in(Language.ENGLISH));
            head.add("model less this");
        }
        table.add(head.toArray(String[]::new));
        for (int i = 0; i < gains.size(); i++) {
            if (i == 0) {
                table.add(row("model", gains.get(i), true));
            }
            table.add(row(gains.get(i).title(), gains.get(i), false));
        }
        return table.text();
    }

    /** One sentence a baseline. */
    public static List<String> sentences(List<BaselineComparison> gains) {
        return gains.stream().map(GainText::sentence).toList();
    }

    private static String sentence(BaselineComparison gain) {
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        for (Metric metric : SHOWN) {
            PairedMetric paired = gain.paired(metric);
            String name = metric.title().in(Language.ENGLISH);
            if (paired.verdict() == PairedMetric.Verdict.A_BETTER) {
                better.add(name + difference(paired));
            } else if (paired.verdict() == PairedMetric.Verdict.B_BETTER) {
                worse.add(name + difference(paired));
            }
        }
        String beside = "Beside " + gain.title() + ": ";
        if (better.isEmpty() && worse.isEmpty()) {
            return beside + "no gain is shown"
                    + (gain.isNominallyBetter() ? ", and its ROC AUC and log loss are better than the model's." : ".");
        }
        return beside + (better.isEmpty() ? "no gain is shown" : "the model gains in " + String.join(", ", better))
                + (worse.isEmpty() ? "" : "; the model is worse in " + String.join(", ", worse)) + ".";
    }

    private static String difference(PairedMetric paired) {
        Metric metric = paired.metric();
        double value = paired.difference().known().orElse(0);
        return " (" + signed(metric, value) + ")";
    }

    private static String[] row(String name, BaselineComparison gain, boolean model) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Metric metric : SHOWN) {
            PairedMetric paired = gain.paired(metric);
            Measure shown = model ? paired.a() : paired.b();
            cells.add(shown.known().isPresent() ? metric.text(shown.known().getAsDouble()) : "undefined");
            cells.add(model ? "" : interval(paired));
        }
        return cells.toArray(String[]::new);
    }

    private static String interval(PairedMetric paired) {
        Metric metric = paired.metric();
        if (paired.difference() instanceof Measure.Estimated estimated) {
            return signed(metric, estimated.value()) + " (" + metric.text(estimated.interval()) + ")";
        }
        return paired.difference().known().isPresent()
                ? signed(metric, paired.difference().known().getAsDouble())
                : "";
    }

    private static String signed(Metric metric, double value) {
        return (value < 0 ? "" : "+") + metric.text(value);
    }
}
