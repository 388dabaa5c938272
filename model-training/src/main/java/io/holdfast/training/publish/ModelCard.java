package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.dataset.BandCuts;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Estimand;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.SensitiveColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a model is, in a page of Markdown for whoever has to answer for its use (after Mitchell et al. 2019, "Model cards for
 * model reporting"). Holds no time and no path.
 */
final class ModelCard {
    private final TrainingTable table;
    private final DatasetDescription description;
    private final AdditiveModel model;
    private final int bags;
    private final boolean learnedAgain;
    private final ChurnEvaluation evaluation;
    private final Optional<BaselineComparison> logistic;
    private final List<String> facts;
    private final List<String> notes;

    ModelCard(
            TrainingTable table,
            ModelBundle bundle,
            ChurnEvaluation evaluation,
            Optional<BaselineComparison> logistic,
            List<String> facts,
            List<String> notes) {
        this.table = table;
        this.description = table.description();
        this.model = bundle.model();
        this.learnedAgain = bundle.reference().rows() == table.rows();
        this.bags = bundle.shapes().map(ModelShapes::bags).orElse(0);
        this.evaluation = evaluation;
        this.logistic = logistic;
        this.facts = facts;
        this.notes = notes;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(model.getName()).append("\n\n").append(purpose());
        text.append("\n\n## Data\n").append(data());
        text.append("\n## How it was made\n").append(recipe());
        text.append("\n## How good it is\n").append(figures());
        text.append("\n## Limits\n").append(limits());
        return text.toString();
    }

    private String purpose() {
        String title = description.title().isEmpty()
                ? description.name()
                : description.title().in(Language.ENGLISH);
        String when = description.horizonDays().isPresent()
                ? "within " + description.horizonDays().getAsInt() + " days, beginning "
                        + description.leadDays().orElse(0) + " days after the as-of date"
                : "in a period that the table does not state";
        return title + ": the probability that a customer leaves (`"
                + description.label().name() + "` is `" + model.positiveLabel() + "`) " + when
                + ", with the exact contribution of every column to its log-odds.";
    }

    private String data() {
        return line(count(table.rows()) + " rows, " + count(table.positiveRows()) + " of whom left ("
                        + Rounded.percent((double) table.positiveRows() / table.rows(), 1) + ").")
                + line(model.inputs().size() + " columns are inputs; content of the table: SHA-256 `" + table.digest()
                        + "`.")
                + facts.stream().map(ModelCard::line).collect(Collectors.joining());
    }

    private String recipe() {
        StringBuilder lines = new StringBuilder();
        model.facts().forEach((key, value) -> {
            if (!key.equals("tableDigest")) {
                lines.append(line(key + ": " + value));
            }
        });
        BandCuts cuts = description.bands();
        return lines.append(line("bands begin at percentiles of the training population's scores: elevated from the "
                        + NumberText.write(cuts.elevated()) + "th, high from the "
                        + NumberText.write(cuts.high()) + "th, critical from the " + NumberText.write(cuts.critical())
                        + "th percentile"))
                .toString();
    }

    private String figures() {
        return "On "
                + (learnedAgain
                        ? "the " + count(evaluation.rows())
                                + " customers of the last month, by a model of the same recipe that knew nothing of that month (the published one has learned from them since), "
                        : count(evaluation.rows()) + " held-out customers, ")
                + count(evaluation.positives()) + " of whom left; in brackets 95 % intervals ("
                + evaluation.intervals().method() + ").\n\n"
                + "| measure | model |"
                + logistic.map(found -> " logistic regression | model less that, paired |")
                        .orElse("") + " base rate only |\n|---|---|---|"
                + logistic.map(found -> "---|---|").orElse("") + "\n"
                + Arrays.stream(Metric.values()).map(this::row).collect(Collectors.joining());
    }

    private String limits() {
        StringBuilder lines = new StringBuilder();
        lines.append(line(estimand()));
        lines.append(
                line("A reason is evidence in the score, not proof of a cause: customers like this leave more often."));
        lines.append(line("A reason is not named where it moves the log-odds by less than "
                + NumberText.write(description.leastImpact()) + ", or has less than 5 % of all that speaks its way."));
        if (bags > 0) {
            lines.append(line("A reason is not named where fewer than 95 % of the " + bags
                    + " bags of the model agree on its sign. The score counts it all the same."));
        }
        if (!table.dated()) {
            lines.append(
                    line("The table has no dates: the figures hold for customers like these, not for a later time."));
        }
        if (table.sensitive().isEmpty()) {
            lines.append(line("No column is described as sensitive, so no groups were compared."));
        } else {
            List<String> names =
                    table.sensitive().stream().map(SensitiveColumn::name).toList();
            lines.append(line("How groups by " + String.join(", ", names) + " fare stands in `evaluation.json`."));
            lines.append(EvaluationText.groupsOff(evaluation).stream()
                    .map(found -> found.startsWith(" ") ? "  - " + found.strip() + "\n" : line(found))
                    .collect(Collectors.joining()));
        }
        notes.forEach(note -> lines.append(line(note)));
        return lines.toString();
    }

    private String estimand() {
        return description.estimand() == Estimand.USUAL_CARE
                ? "Estimand usual-care: the risk under the care that customers usually got while the table was collected. Whoever "
                        + "was kept by care counts as one who stays, so the risk without care is higher."
                : "Estimand no-care: the risk if nothing is done, from customers who got no care."
                        + (table.weights().even()
                                ? ""
                                : " Those who were held out instead of getting some stand for those who got it, by their weight.");
    }

    private String row(Metric metric) {
        return "| " + metric.title().in(Language.ENGLISH) + " | " + shown(metric, evaluation.model()) + " | "
                + logistic.map(found -> shown(metric, found.metrics()) + " | "
                                + EvaluationText.difference(
                                        metric, found.paired(metric).difference())
                                + " | ")
                        .orElse("")
                + shown(metric, evaluation.baseline()) + " |\n";
    }

    private static String shown(Metric metric, Metrics metrics) {
        Measure measure = metrics.measure(metric);
        if (measure instanceof Measure.Estimated estimated) {
            return metric.text(estimated.value()) + " (" + metric.text(estimated.interval()) + ")";
        }
        return measure instanceof Measure.Point point
                ? metric.text(point.value())
                : ((Measure.Undefined) measure).reason();
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private static String line(String text) {
        return "- " + text + "\n";
    }
}
