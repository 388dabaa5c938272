package io.holdfast.training.fit;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Split;

/**
 * Learns the log-odds of leaving. Every implementation passes the same contract test: equal tables, splits and seeds give
 * equal models to the last bit; test rows, whatever they hold, change nothing; from shuffled labels nothing is learned.
 */
public interface ChurnTrainer {
    /** The most characters of a model's name. */
    int LONGEST_MODEL_NAME = 64;

    /** Name of the learner, {@code [a-z]+}; part of the model's id. */
    String name();

    /**
     * Trains a model.
     *
     * @param split whose training and validation rows alone may be looked at
     * @param seed of everything random
     * @return one input per feature of the table, in order; every term centred over the training rows; calibrated
     * @throws io.holdfast.scoring.fault.InputException if the training rows hold one class only or no feature that varies
     */
    AdditiveParts train(TrainingTable table, Split split, long seed, Progress progress);

    /** The same, with what the bags of a learner that has some say of single columns. */
    default Fit fit(TrainingTable table, Split split, long seed, Progress progress) {
        return new Fit(train(table, split, seed, progress), BagShapes.NONE);
    }

    /** What a model of this table is called: the dataset's name, cut if need be, and the learner's. */
    default String modelName(TrainingTable table) {
        String dataset = table.description().name();
        String ending = "-" + name();
        return dataset.substring(0, Math.min(dataset.length(), LONGEST_MODEL_NAME - ending.length())) + ending;
    }
}
