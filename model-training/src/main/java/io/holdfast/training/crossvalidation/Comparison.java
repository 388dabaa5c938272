package io.holdfast.training.crossvalidation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Figures;
import io.holdfast.training.split.Folds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learners beside each other, all on the same folds.
 *
 * @param learners the first is the one that the others are compared with
 * @param folds trainings of each, repeats times folds
 */
@JsonPropertyOrder({"folds", "learners"})
public record Comparison(List<Learner> learners, int folds) {
    /**
     * One learner.
     *
     * @param name of it
     * @param seconds that one training took on average
     * @param rocAuc to {@code topDecileLift}: as {@link io.holdfast.training.evaluation.Metrics} says, mean over the folds
     * @param rocAucMore its area under the ROC curve less that of the first learner, paired by fold
     * @param logLossMore its log loss less that of the first learner, paired by fold
     */
    @JsonPropertyOrder({
        "name",
        "seconds",
        "rocAuc",
        "prAuc",
        "logLoss",
        "brier",
        "ece",
        "topDecileLift",
        "rocAucMore",
        "logLossMore"
    })
    public record Learner(
            String name,
            double seconds,
            FoldMean rocAuc,
            FoldMean prAuc,
            FoldMean logLoss,
            FoldMean brier,
            FoldMean ece,
            FoldMean topDecileLift,
            FoldMean rocAucMore,
            FoldMean logLossMore) {}

    /**
     * Compares what learners said.
     *
     * @param said the first is the one that the others are compared with
     */
    public static Comparison of(TrainingTable table, Folds folds, List<OutOfFold> said) {
        List<Figures> first = said.get(0).figures(table, folds);
        double testToTraining = 1 / (meanCount(folds) - 1);
        List<Learner> learners = new ArrayList<>();
        for (OutOfFold one : said) {
            List<Figures> figures = one.figures(table, folds);
            learners.add(new Learner(
                    one.learner(),
                    one.seconds() / figures.size(),
                    mean(figures, Figures::rocAuc, testToTraining),
                    mean(figures, Figures::prAuc, testToTraining),
                    mean(figures, Figures::logLoss, testToTraining),
                    mean(figures, Figures::brier, testToTraining),
                    mean(figures, Figures::ece, testToTraining),
                    mean(figures, Figures::topDecileLift, testToTraining),
                    difference(figures, first, Figures::rocAuc, testToTraining),
                    difference(figures, first, Figures::logLoss, testToTraining)));
        }
        return new Comparison(learners, first.size());
    }

    private static double meanCount(Folds folds) {
        int repeats = folds.repeats().size();
        return IntStream.range(0, repeats).map(folds::count).sum() / (double) repeats;
    }

    private static FoldMean mean(List<Figures> figures, ToDoubleFunction<Figures> figure, double testToTraining) {
        return FoldMean.of(figures.stream().mapToDouble(figure).toArray(), testToTraining);
    }

    private static FoldMean difference(
            List<Figures> figures, List<Figures> first, ToDoubleFunction<Figures> figure, double testToTraining) {
        double[] differences = IntStream.range(0, figures.size())
                .mapToDouble(fold -> figure.applyAsDouble(figures.get(fold)) - figure.applyAsDouble(first.get(fold)))
                .toArray();
        return FoldMean.of(differences, testToTraining);
    }

    /** Copies the list. */
    public Comparison {
        learners = List.copyOf(learners);
    }
}
