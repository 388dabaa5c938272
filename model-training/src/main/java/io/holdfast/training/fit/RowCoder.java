package io.holdfast.training.fit;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Brings rows of a table into the form that a model's terms read. */
public final class RowCoder {
    /** Rows that one thread scores at a time. */
    private static final int CHUNK = 4096;

    private final List<FeatureColumn> features;

    /** @param table whose features are the model's inputs, in order */
    public RowCoder(TrainingTable table) {
        this.features = table.features();
    }

    /** Overwrites the coded row with a row of the table. */
    public void fill(CodedRow coded, int row) {
        coded.clear();
        for (int input = 0; input < features.size(); input++) {
            FeatureColumn feature = features.get(input);
            if (feature.missing(row)) {
                continue;
            }
            if (feature instanceof NumberColumn numbers) {
                coded.number(input, numbers.value(row));
            } else {
                coded.level(input, feature.text(row));
            }
        }
    }

    /** The log-odds that a model gives some rows, in their order; the same bits however many threads there are. */
    public double[] logOdds(AdditiveModel model, int[] rows) {
        double[] logOdds = new double[rows.length];
        IntStream.range(0, (rows.length + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> score(model, rows, logOdds, chunk * CHUNK));
        return logOdds;
    }

    /** The probabilities of the positive label that a model gives some rows, in their order. */
    public double[] probabilities(AdditiveModel model, int[] rows) {
        double[] probabilities = logOdds(model, rows);
        Arrays.setAll(probabilities, i -> AdditiveModel.probability(probabilities[i]));
        return probabilities;
    }

    private void score(AdditiveModel model, int[] rows, double[] logOdds, int from) {
        CodedRow coded = model.newRow();
        double[] contributions = new double[features.size()];
        for (int i = from; i < Math.min(rows.length, from + CHUNK); i++) {
            fill(coded, rows[i]);
            logOdds[i] = model.logOdds(coded, contributions);
        }
    }
}
