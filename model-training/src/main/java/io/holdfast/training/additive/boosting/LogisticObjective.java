package io.holdfast.training.additive.boosting;

/** The log loss of a class; scores are log-odds, states are odds, so that a step is a product and no row needs exp. */
public final class LogisticObjective implements Objective {
    private static final double LONGEST_STEP = 1;

    /** Products are cut here, far from overflow: a factor is below 1e100 for any log-odds that boosting reaches. */
    private static final double LARGE = 1e200;

    private final double[] targets;
    // Empty where all are 1.
    private final double[] weights;
    private final boolean weighted;
    private final double weight;
    private final double start;

    /**
     * @param positives the class of every row, both occurring
     * @param weights of the rows, above 0
     */
    public LogisticObjective(boolean[] positives, double[] weights) {
        this.targets = new double[positives.length];
        double all = 0;
        double positive = 0;
        boolean unequal = false;
        for (int row = 0; row < weights.length; row++) {
            all += weights[row];
            targets[row] = positives[row] ? 1 : 0;
            positive += positives[row] ? weights[row] : 0;
            unequal |= weights[row] != 1;
        }
        this.weighted = unequal;
        this.weights = unequal ? weights.clone() : new double[0];
        this.weight = all;
        this.start = StrictMath.log(positive / (all - positive));
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException("all rows have the same class (expected: both)");
        }
    }

    @Override
    public double start() {
        return start;
    }

    @Override
    public double state(double score) {
        return StrictMath.exp(score);
    }

    @Override
    public double score(double state) {
        return StrictMath.log(state);
    }

    @Override
    public double factor(double step) {
        return step == 0 ? 1 : StrictMath.exp(step);
    }

    @Override
    public double longestStep() {
        return LONGEST_STEP;
    }

    @Override
    public void apply(double[] states, int from, int count, int[] cells, double[] factors) {
        for (int i = 0; i < count; i++) {
            states[from + i] *= factors[cells[i]];
        }
    }

    /** Free of branches, so that the compiler handles several rows at a time: one of the two products is 0. */
    @Override
    public void derivatives(double[] states, int from, int count, double[] gradients, double[] hessians) {
        for (int i = 0; i < count; i++) {
            double odds = states[from + i];
            double stay = 1 / (1 + odds);
            double leave = odds * stay;
            double target = targets[from + i];
            gradients[i] = target * stay - (1 - target) * leave;
            hessians[i] = leave * stay;
        }
        if (weighted) {
            for (int i = 0; i < count; i++) {
                gradients[i] *= weights[from + i];
                hessians[i] *= weights[from + i];
            }
        }
    }

    @Override
    public double loss(double state, int row) {
        double loss = StrictMath.log1p(targets[row] > 0 ? 1 / state : state);
        return weighted ? weights[row] * loss : loss;
    }

    /** One logarithm of a product of many rows where all weigh the same. */
    @Override
    public double loss(double[] states, int from, int to) {
        double sum = 0;
        if (weighted) {
            for (int row = from; row < to; row++) {
                sum += loss(states[row], row);
            }
            return sum;
        }
        double product = 1;
        for (int row = from; row < to; row++) {
            product *= 1 + (targets[row] > 0 ? 1 / states[row] : states[row]);
            if (product > LARGE) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        return sum + StrictMath.log(product);
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
