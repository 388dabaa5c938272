package io.holdfast.training.additive.boosting;

/** Half the squared error of a number; scores and states are predictions. */
public final class SquaredObjective implements Objective {
    private final double[] targets;
    private final double[] weights;
    private final double weight;
    private final double start;

    /**
     * @param targets of the rows, finite
     * @param weights of the rows, above 0
     */
    public SquaredObjective(double[] targets, double[] weights) {
        this.targets = targets.clone();
        this.weights = weights.clone();
        double all = 0;
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            all += weights[row];
            sum += weights[row] * targets[row];
        }
        this.weight = all;
        this.start = sum / all;
    }

    @Override
    public double start() {
        return start;
    }

    @Override
    public double state(double score) {
        return score;
    }

    @Override
    public double score(double state) {
        return state;
    }

    @Override
    public double factor(double step) {
        return step;
    }

    @Override
    public double longestStep() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void apply(double[] states, int from, int count, int[] cells, double[] factors) {
        for (int i = 0; i < count; i++) {
            states[from + i] += factors[cells[i]];
        }
    }

    @Override
    public void derivatives(double[] states, int from, int count, double[] gradients, double[] hessians) {
        for (int i = 0; i < count; i++) {
            gradients[i] = weights[from + i] * (targets[from + i] - states[from + i]);
            hessians[i] = weights[from + i];
        }
    }

    @Override
    public double loss(double state, int row) {
        double error = targets[row] - state;
        return weights[row] * error * error / 2;
    }

    @Override
    public double loss(double[] states, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += loss(states[row], row);
        }
        return sum;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double[] targets() {
        return targets.clone();
    }
}
