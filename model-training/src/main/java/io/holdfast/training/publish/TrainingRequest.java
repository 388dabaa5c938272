package io.holdfast.training.publish;

import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.fit.ChurnTrainer;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What to train.
 *
 * @param datasetYaml the description of the table; a {@code playbook.yaml} beside it goes into the bundle
 * @param trainer what learns
 * @param seed of everything random: split, training, bootstrap
 * @param trainedAt stands in the bundle's manifest and nowhere else
 * @param allowDuplicateIds whether a customer may stand in several rows (of one date)
 * @param resamples bootstrap samples behind every interval
 */
public record TrainingRequest(
        Path datasetYaml,
        ChurnTrainer trainer,
        long seed,
        Instant trainedAt,
        boolean allowDuplicateIds,
        int resamples) {
    /** The additive engine, one row per customer, the usual number of bootstrap samples. */
    public static TrainingRequest of(Path datasetYaml, long seed, Instant trainedAt) {
        return new TrainingRequest(
                datasetYaml,
                new AdditiveTrainer(AdditiveSettings.defaults()),
                seed,
                trainedAt,
                false,
                EvaluationSettings.defaults().resamples());
    }

    /** The same with another learner. */
    public TrainingRequest withTrainer(ChurnTrainer other) {
        return new TrainingRequest(datasetYaml, other, seed, trainedAt, allowDuplicateIds, resamples);
    }

    /** The same, saying whether a customer may stand in several rows. */
    public TrainingRequest withDuplicateIds(boolean allowed) {
        return new TrainingRequest(datasetYaml, trainer, seed, trainedAt, allowed, resamples);
    }

    /** The same with another number of bootstrap samples. */
    public TrainingRequest withResamples(int other) {
        return new TrainingRequest(datasetYaml, trainer, seed, trainedAt, allowDuplicateIds, other);
    }
}
