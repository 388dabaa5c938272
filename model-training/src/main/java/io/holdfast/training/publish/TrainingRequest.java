package io.holdfast.training.publish;

import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.fit.ChurnTrainer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to train.
 *
 * @param datasetYaml the description of the table; a {@code playbook.yaml} beside it goes into the bundle
 * @param trainer what learns
 * @param seed of everything random: split, training, bootstrap
 * @param trainedAt stands in the bundle's manifest and nowhere else
 * @param allowDuplicateIds whether a customer may stand in several rows (of one date)
 * @param resamples bootstrap samples behind every interval
 * @param refit how a table of many dates is judged and published; empty where the judged model is the published one
 */
public record TrainingRequest(
        Path datasetYaml,
        ChurnTrainer trainer,
        long seed,
        Instant trainedAt,
        boolean allowDuplicateIds,
        int resamples,
        Optional<Refit> refit) {
    /** The additive engine, one row per customer, the usual number of bootstrap samples. */
    public static TrainingRequest of(Path datasetYaml, long seed, Instant trainedAt) {
        return new TrainingRequest(
                datasetYaml,
                new AdditiveTrainer(AdditiveSettings.defaults()),
                seed,
                trainedAt,
                false,
                EvaluationSettings.defaults().resamples(),
                Optional.empty());
    }

    /** The same with another learner. */
    public TrainingRequest withTrainer(ChurnTrainer other) {
        return new TrainingRequest(datasetYaml, other, seed, trainedAt, allowDuplicateIds, resamples, refit);
    }

    /** The same, saying whether a customer may stand in several rows. */
    public TrainingRequest withDuplicateIds(boolean allowed) {
        return new TrainingRequest(datasetYaml, trainer, seed, trainedAt, allowed, resamples, refit);
    }

    /** The same with another number of bootstrap samples. */
    public TrainingRequest withResamples(int other) {
        return new TrainingRequest(datasetYaml, trainer, seed, trainedAt, allowDuplicateIds, other, refit);
    }

    /** The same, judged on the last month and then trained again on all of them. */
    public TrainingRequest withRefit(Refit how) {
        return new TrainingRequest(
                datasetYaml, trainer, seed, trainedAt, allowDuplicateIds, resamples, Optional.of(how));
    }
}
