package io.holdfast.training.crossvalidation;

import io.holdfast.training.fit.ChurnTrainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to cross-validate.
 *
 * @param datasetYaml the description of the table
 * @param learners the first is the one that the others are compared with
 * @param folds a folds file; without one the folds are drawn
 * @param count of drawn folds, 2 or more
 * @param repeats how often folds are drawn, 1 or more
 * @param seed of everything random
 * @param allowDuplicateIds whether a customer may stand in several rows
 */
public record CrossValidationRequest(
        Path datasetYaml,
        List<ChurnTrainer> learners,
        Optional<Path> folds,
        int count,
        int repeats,
        long seed,
        boolean allowDuplicateIds) {
    /** The most folds and repeats. */
    public static final int MOST = 100;

    /** Checks the numbers. */
    public CrossValidationRequest {
        learners = List.copyOf(learners);
        if (learners.isEmpty()) {
            throw new IllegalArgumentException("learners: none (expected: at least one)");
        }
        if (count < 2 || count > MOST) {
            throw new IllegalArgumentException("count: " + count + " (expected: 2 to " + MOST + " folds)");
        }
        if (repeats < 1 || repeats > MOST) {
            throw new IllegalArgumentException("repeats: " + repeats + " (expected: 1 to " + MOST + ")");
        }
    }
}
