package io.holdfast.training.crossvalidation;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains every learner once per fold on the rows outside of it, and scores the fold. Every learner gets the very same rows.
 */
public final class CrossValidation {
    private final TrainingTable table;
    private final Folds folds;
    private final long seed;
    private final Progress progress;
    private final int trainings;
    private int done;

    private CrossValidation(TrainingTable table, Folds folds, int learners, long seed, Progress progress) {
        this.table = table;
        this.folds = folds;
        this.seed = seed;
        this.progress = progress;
        int count = 0;
        for (int repeat = 0; repeat < folds.repeats().size(); repeat++) {
            count += folds.count(repeat);
        }
        this.trainings = count * learners;
    }

    /**
     * Runs it; equal table, folds, learners and seed give equal probabilities.
     *
     * @param learners one or more, of different names
     * @return in the order of the learners
     * @throws io.holdfast.scoring.fault.InputException if the rows outside of a fold give no model
     */
    public static List<OutOfFold> run(
            TrainingTable table, Folds folds, List<ChurnTrainer> learners, long seed, Progress progress) {
        CrossValidation validation = new CrossValidation(table, folds, learners.size(), seed, progress);
        List<OutOfFold> results = new ArrayList<>();
        for (ChurnTrainer learner : learners) {
            results.add(validation.run(learner));
        }
        return results;
    }

    private OutOfFold run(ChurnTrainer learner) {
        double[][] probabilities = new double[folds.repeats().size()][table.rows()];
        long nanos = 0;
        for (int repeat = 0; repeat < probabilities.length; repeat++) {
            for (int fold = 0; fold < folds.count(repeat); fold++) {
                progress.at("cross-validate", done, trainings);
                Split split = folds.split(repeat, fold);
                long begin = System.nanoTime();
                AdditiveModel model = new AdditiveModel(learner.train(table, split, seed, Progress.SILENT));
                nanos += System.nanoTime() - begin;
                int[] rows = split.rows(Part.TEST);
                double[] logOdds = new RowCoder(table).logOdds(model, rows);
                for (int i = 0; i < rows.length; i++) {
                    probabilities[repeat][rows[i]] = AdditiveModel.probability(logOdds[i]);
                }
                done++;
            }
        }
        progress.at("cross-validate", done, trainings);
        return new OutOfFold(learner.name(), probabilities, nanos / 1e9);
    }

    /** What knowing nothing but the share of leavers outside of the fold says of every row. */
    public static OutOfFold baseRate(TrainingTable table, Folds folds) {
        double[][] probabilities = new double[folds.repeats().size()][table.rows()];
        double[] weights =
                table.weights().meanOne(IntStream.range(0, table.rows()).toArray());
        for (int repeat = 0; repeat < probabilities.length; repeat++) {
            double[] leavers = new double[folds.count(repeat)];
            double[] stayers = new double[leavers.length];
            for (int row = 0; row < table.rows(); row++) {
                int fold = folds.fold(repeat, row);
                (table.positive(row) ? leavers : stayers)[fold] += weights[row];
            }
            double[] rates = new double[leavers.length];
            Arrays.setAll(rates, fold -> {
                double left = outside(leavers, fold);
                return left / (left + outside(stayers, fold));
            });
            for (int row = 0; row < table.rows(); row++) {
                probabilities[repeat][row] = rates[folds.fold(repeat, row)];
            }
        }
        return new OutOfFold("base rate", probabilities, 0);
    }

    private static double outside(double[] sums, int fold) {
        double sum = 0;
        for (int other = 0; other < sums.length; other++) {
            sum += other == fold ? 0 : sums[other];
        }
        return sum;
    }
}
