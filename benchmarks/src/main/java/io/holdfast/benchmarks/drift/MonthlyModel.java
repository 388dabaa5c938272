package io.holdfast.benchmarks.drift;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.split.Customers;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Learns from every row but today's, as the published model of a history does, and scores those. */
final class MonthlyModel {
    private MonthlyModel() {}

    /**
     * The risk of every unit today, by its number.
     *
     * @param yaml describes a table whose last date is today
     */
    static Map<Integer, Double> risks(Path yaml, LocalDate today, long seed, int threads) {
        DatasetDescription description = DatasetDescription.read(yaml);
        TrainingTable table = TrainingTable.read(description.table(yaml), description, false, Progress.SILENT);
        Part[] parts = new Part[table.rows()];
        Arrays.setAll(parts, row -> table.date(row).equals(today) ? Part.TEST : Part.TRAINING);
        Split split = new Split(parts, Customers.joined(table, table.groups()));
        AdditiveModel model = new AdditiveModel(
                new AdditiveTrainer(AdditiveSettings.defaults(), threads).train(table, split, seed, Progress.SILENT));
        int[] rows = split.rows(Part.TEST);
        double[] said = new RowCoder(table).probabilities(model, rows);
        Map<Integer, Double> risks = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            risks.put(LivedWorld.unit(table.id(rows[i])), said[i]);
        }
        return risks;
    }
}
