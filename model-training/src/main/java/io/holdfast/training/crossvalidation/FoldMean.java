package io.holdfast.training.crossvalidation;

import io.holdfast.training.evaluation.Interval;
import io.holdfast.training.evaluation.Range;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of a figure over folds, with the interval of Nadeau and Bengio (2003, "Inference for the generalization error",
 * section 3.1): the folds' training rows overlap, so the variance of the mean is that of the figures times
 * {@code 1/folds + test rows/training rows}, and the interval is Student's with one degree of freedom less than there are folds. It
 * is kept within the {@link Range} of the figure.
 *
 * @param mean of the folds' figures
 * @param interval 95 %
 */
public record FoldMean(double mean, Interval interval) {
    /**
     * The mean of figures and its interval.
     *
     * @param figures one a fold, two or more, finite
     * @param testToTraining test rows over training rows of a fold, above 0
     * @param range between which values every figure lies
     */
    public static FoldMean of(double[] figures, double testToTraining, Range range) {
        double mean = mean(figures);
        return new FoldMean(mean, range.about(mean, reach(figures, mean, testToTraining)));
    }

    /**
     * The mean of differences between two learners' figures and its interval.
     *
     * @param differences one a fold, two or more, finite
     * @param testToTraining test rows over training rows of a fold, above 0
     * @param range between which values every figure lies, of which these are differences
     */
    public static FoldMean ofDifferences(double[] differences, double testToTraining, Range range) {
        double mean = mean(differences);
        return new FoldMean(mean, range.aboutDifference(mean, reach(differences, mean, testToTraining)));
    }

    private static double mean(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum / figures.length;
    }

    private static double reach(double[] figures, double mean, double testToTraining) {
        int n = figures.length;
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        double error = Math.sqrt(squares / (n - 1) * (1.0 / n + testToTraining));
        return error * new TDistribution(n - 1).inverseCumulativeProbability(1 - (1 - Interval.LEVEL) / 2);
    }
}
