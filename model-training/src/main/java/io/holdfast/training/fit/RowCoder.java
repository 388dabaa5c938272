package io.holdfast.training.fit;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.List;

/** Brings rows of a table into the form that a model's terms read. */
public final class RowCoder {
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

    /** The log-odds that a model gives some rows, in their order. */
    public double[] logOdds(AdditiveModel model, int[] rows) {
        CodedRow coded = model.newRow();
        double[] contributions = new double[features.size()];
        double[] logOdds = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            fill(coded, rows[i]);
            logOdds[i] = model.logOdds(coded, contributions);
        }
        return logOdds;
    }
}
