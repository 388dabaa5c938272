package io.holdfast.training.additive.boosting;

/**
 * What is minimised, with the targets and weights of the learning rows. Each row has a state, in which a step is cheap:
 * the odds for the log loss, the prediction itself for the squared one. Rows are counted in the order of the bags.
 */
public sealed interface Objective permits LogisticObjective, SquaredObjective {
    /** The score that fits all rows best when all have the same. */
    double start();

    /** The state that belongs to a score. */
    double state(double score);

    /** The score that belongs to a state. */
    double score(double state);

    /** What a step of the score does to a state. */
    double factor(double step);

    /** The largest step of the score in one update; a leaf of rare leavers would otherwise leap past its optimum. */
    double longestStep();

    /** Applies the factor of each row's cell to the states of {@code count} rows from {@code from} on. */
    void apply(double[] states, int from, int count, int[] cells, double[] factors);

    /** Writes the negative gradient and the Hessian of {@code count} rows from {@code from} on to the beginning of two arrays. */
    void derivatives(double[] states, int from, int count, double[] gradients, double[] hessians);

    /** The negative gradient and the Hessian of every row. */
    default void derivatives(double[] states, double[] gradients, double[] hessians) {
        derivatives(states, 0, states.length, gradients, hessians);
    }

    /** The weighted loss of a row. */
    double loss(double state, int row);

    /** The weighted loss of the rows from {@code from} to before {@code to}. */
    double loss(double[] states, int from, int to);

    /** Sum of the weights of all rows. */
    double weight();

    /** A copy of what is to be foretold of every row; of a class, 1 and 0. */
    double[] targets();
}
