package io.holdfast.training.evaluation;

/** Evaluates a model by the rows it scored. */
public final class Evaluator {
    private Evaluator() {}

    /** The verdict; equal rows in equal order and equal settings give an equal one. */
    public static ChurnEvaluation evaluate(ScoredRows rows, EvaluationSettings settings) {
        throw new UnsupportedOperationException();
    }
}
