package io.holdfast.training.evaluation;

/**
 * How to evaluate.
 *
 * @param seed of the bootstrap
 * @param resamples bootstrap samples, {@value #LEAST_RESAMPLES} to 100,000; fewer are drawn from very many rows, and the evaluation
 *     says how many
 */
public record EvaluationSettings(long seed, int resamples) {
    static final int LEAST_RESAMPLES = 100;
    private static final int MOST_RESAMPLES = 100_000;

    /** Checks the range. */
    public EvaluationSettings {
        if (resamples < LEAST_RESAMPLES || resamples > MOST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "resamples: " + resamples + " (expected: " + LEAST_RESAMPLES + " to " + MOST_RESAMPLES + ")");
        }
    }

    /** 1000 resamples, seed 1. */
    public static EvaluationSettings defaults() {
        return new EvaluationSettings(1, 1000);
    }

    /** The same with another seed. */
    public EvaluationSettings withSeed(long other) {
        return new EvaluationSettings(other, resamples);
    }

    /** The same with another number of bootstrap samples. */
    public EvaluationSettings withResamples(int other) {
        return new EvaluationSettings(seed, other);
    }
}
