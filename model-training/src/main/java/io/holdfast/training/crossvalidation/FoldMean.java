package io.holdfast.training.crossvalidation;

import io.holdfast.training.evaluation.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of a figure over folds, with the interval of Nadeau and Bengio (2003, "Inference for the generalization error",
 * section 3.1): the folds' training rows overlap, so the variance of the mean is that of the figures times
 * {@code 1/folds + test rows/training rows}, and the interval is Student's with one degree of freedom less than there are folds.
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
     */
    public static FoldMean of(double[] figures, double testToTraining) {
        int n = figures.length;
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        double mean = sum / n;
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        double error = Math.sqrt(squares / (n - 1) * (1.0 / n + testToTraining));
        double reach = error * new TDistribution(n - 1).inverseCumulativeProbability(1 - (1 - Interval.LEVEL) / 2);
        return new FoldMean(mean, new Interval(mean - reach, mean + reach));
    }
}
