package io.holdfast.training.logistic;

/**
 * How logistic regression is trained.
 *
 * @param epochs passes over the training rows, 1 to 1000
 * @param learningRate of AdaGrad, above 0
 * @param epsilon of AdaGrad, above 0
 * @param leastLevelRows training rows below which a level counts as rare, 1 or more
 * @param mostRows training rows beyond which only so many of them, evenly spread, are learned from, 1 or more
 */
public record LogisticSettings(int epochs, double learningRate, double epsilon, int leastLevelRows, int mostRows) {
    private static final int MOST_EPOCHS = 1000;

    /** Checks the ranges. */
    public LogisticSettings {
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("epochs: " + epochs + " (expected: 1 to " + MOST_EPOCHS + ")");
        }
        requirePositive("learningRate", learningRate);
        requirePositive("epsilon", epsilon);
        if (leastLevelRows < 1) {
            throw new IllegalArgumentException("leastLevelRows: " + leastLevelRows + " (expected: 1 or more)");
        }
        if (mostRows < 1) {
            throw new IllegalArgumentException("mostRows: " + mostRows + " (expected: 1 or more)");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
        }
    }

    /** Five epochs, learning rate .1, epsilon .1, levels seen five times, all rows. */
    public static LogisticSettings defaults() {
        return new LogisticSettings(5, 0.1, 0.1, 5, Integer.MAX_VALUE);
    }

    /** The same with another number of epochs. */
    public LogisticSettings withEpochs(int other) {
        return new LogisticSettings(other, learningRate, epsilon, leastLevelRows, mostRows);
    }

    /** The same with another limit of rows. */
    public LogisticSettings withMostRows(int other) {
        return new LogisticSettings(epochs, learningRate, epsilon, leastLevelRows, other);
    }
}
