package io.holdfast.training.additive;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;

/** Trains on small tables and asks the model what columns contribute. */
final class Trained {
    private Trained() {}

    /** Every pair that the screen finds gets its table. */
    static AdditiveSettings keeping() {
        AdditiveSettings settings = AdditiveSettings.defaults();
        double always = Double.NEGATIVE_INFINITY;
        return settings.withInteraction(settings.interaction().withNeeded(always, always));
    }

    /** And every tree stays. */
    static AdditiveSettings keepingTrees() {
        AdditiveSettings settings = keeping();
        return settings.withTrees(settings.trees().withLeastZ(Double.NEGATIVE_INFINITY));
    }

    static AdditiveParts parts(TrainingTable table, AdditiveSettings settings) {
        return new AdditiveTrainer(settings, 2).train(table, Split.of(table, 1), 1, Progress.SILENT);
    }

    static AdditiveModel model(Path folder, String columns, String csv) {
        return new AdditiveModel(parts(Tables.read(folder, columns, csv), AdditiveSettings.defaults()));
    }

    static double contribution(AdditiveModel model, int input, CodedRow row) {
        double[] contributions = new double[model.inputs().size()];
        model.logOdds(row, contributions);
        return contributions[input];
    }
}
