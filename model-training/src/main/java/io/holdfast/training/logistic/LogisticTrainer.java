package io.holdfast.training.logistic;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.AffineCalibration;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fit.TrainingRows;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import io.holdfast.training.tribuo.TableDataSource;
import io.holdfast.training.tribuo.TableEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;

/**
 * Tribuo's {@code LinearSGDTrainer} on standardised numbers and one indicator per level, single rows instead of batches, the
 * averaged parameters of AdaGrad. Batches stay at one row because larger ones are summed where they should be averaged
 * (Tribuo 4.3.2).
 */
public final class LogisticTrainer implements ChurnTrainer {
    private static final int NEVER_LOG = -1;
    private static final int BATCH_ROWS = 1;

    private final LogisticSettings settings;

    /** A trainer with these settings. */
    public LogisticTrainer(LogisticSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public AdditiveParts train(TrainingTable table, Split split, long seed, Progress progress) {
        int[] rows = split.rows(Part.TRAINING);
        TrainingRows.requireSomethingToLearn(table, rows);
        progress.at("train " + name(), 0, settings.epochs());
        List<ModelInput> inputs = TrainingCodings.of(table, rows, settings.leastLevelRows());
        TableEncoding encoding = TableEncoding.standardised(table, rows, inputs);
        int[] learned = spread(rows, settings.mostRows());
        LinearWeights weights = weights(table, learned, encoding, seed);
        SortedSet<String> flat = new TreeSet<>();
        while (flat.addAll(wrongWay(table, weights))) {
            encoding = encoding.flattening(flat);
            weights = weights(table, learned, encoding, seed);
        }
        CentredTerms centred = new CentredTerms(table, rows, inputs, encoding, weights);
        AdditiveParts raw = new AdditiveParts(
                modelName(table),
                table.positiveLabel(),
                table.negativeLabel(),
                centred.intercept(),
                inputs,
                centred.terms(),
                flat.isEmpty() ? Map.of() : Map.of("heldFlat", String.join(", ", flat)));
        progress.at("train " + name(), settings.epochs(), settings.epochs());
        return calibrated(raw, table, split.rows(Part.VALIDATION), seed);
    }

    private static int[] spread(int[] rows, int most) {
        int[] chosen = new int[Math.min(rows.length, most)];
        Arrays.setAll(chosen, i -> rows[(int) ((long) i * rows.length / chosen.length)]);
        return chosen;
    }

    /** Numbers whose line runs against the direction that the description states; they are held flat and the rest trained again. */
    private static List<String> wrongWay(TrainingTable table, LinearWeights weights) {
        return table.description().features().stream()
                .filter(column -> {
                    double slope = weights.of(TribuoFeatures.numberName(column.name()));
                    return (column.monotone() == Monotone.UP && slope < 0)
                            || (column.monotone() == Monotone.DOWN && slope > 0);
                })
                .map(Column::name)
                .toList();
    }

    private LinearWeights weights(TrainingTable table, int[] rows, TableEncoding encoding, long seed) {
        TribuoQuiet.please();
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(),
                new ParameterAveraging(new AdaGrad(settings.learningRate(), settings.epsilon())),
                settings.epochs(),
                NEVER_LOG,
                BATCH_ROWS,
                seed);
        MutableDataset<Label> examples = new MutableDataset<>(new TableDataSource(table, rows, encoding));
        return new LinearWeights(trainer.train(examples), table.positiveLabel(), table.negativeLabel());
    }

    private AdditiveParts calibrated(AdditiveParts raw, TrainingTable table, int[] validation, long seed) {
        double[] logOdds = new RowCoder(table).logOdds(new AdditiveModel(raw), validation);
        AffineCalibration map = AffineCalibration.fit(
                logOdds,
                TrainingRows.positives(table, validation),
                table.weights().meanOne(validation));
        AdditiveParts chosen = map.helps() ? map.foldInto(raw) : raw;
        return chosen.withFacts(facts(raw.facts(), table, map, seed));
    }

    private Map<String, String> facts(
            Map<String, String> found, TrainingTable table, AffineCalibration map, long seed) {
        Map<String, String> facts = new TreeMap<>(found);
        facts.put("trainer", name());
        facts.put("learner", "Tribuo LinearSGDTrainer, LogMulticlass, ParameterAveraging(AdaGrad)");
        facts.put("epochs", Integer.toString(settings.epochs()));
        facts.put("learningRate", NumberText.write(settings.learningRate()));
        facts.put("epsilon", NumberText.write(settings.epsilon()));
        facts.put("leastLevelRows", Integer.toString(settings.leastLevelRows()));
        facts.put("seed", Long.toString(seed));
        facts.put("tableDigest", table.digest());
        facts.put("calibration", map.inWords());
        return facts;
    }
}
