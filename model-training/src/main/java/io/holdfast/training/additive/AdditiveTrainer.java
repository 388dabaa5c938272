package io.holdfast.training.additive;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.additive.dates.LearningDates;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.AffineCalibration;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.Fit;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fit.TrainingRows;
import io.holdfast.training.split.Customers;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The additive engine as a trainer of churn models. It learns from the training rows; its calibration is judged by the
 * validation rows or, where there are too few, by the out-of-bag scores of the training rows.
 */
public final class AdditiveTrainer implements ChurnTrainer {
    private static final String CALIBRATE = "calibrate";

    /** The fact that names pairs which the description requires and which could get no table, with the reason. */
    public static final String REQUIRED_WITHOUT_TABLE = "requiredPairsWithoutTable";

    private final AdditiveSettings allSettings;
    private final int threads;

    /** A trainer that uses all processors. */
    public AdditiveTrainer(AdditiveSettings settings) {
        this(settings, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads 1 or more; the model does not depend on it */
    public AdditiveTrainer(AdditiveSettings settings, int threads) {
        this.allSettings = settings;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "additive";
    }

    @Override
    public AdditiveParts train(TrainingTable table, Split split, long seed, Progress progress) {
        return fit(table, split, seed, progress).parts();
    }

    @Override
    public Fit fit(TrainingTable table, Split split, long seed, Progress progress) {
        int[] rows = split.rows(Part.TRAINING);
        TrainingRows.requireSomethingToLearn(table, rows);
        // A customer's rows of other dates are no rows that a bag did not learn from.
        int[] together = table.dated() ? Customers.joined(table, split.groups()) : split.groups();
        int sure = SureRows.of(table, rows, together);
        AdditiveSettings ofRows = allSettings.forRows(rows.length, sure);
        Bags bags = bags(table, rows, together, ofRows, seed);
        Optional<LearningDates> dates = LearningDates.of(table, rows, bags);
        AdditiveSettings settings = dates.flatMap(LearningDates::farApart).isPresent() ? ofRows.forDates(sure) : ofRows;
        double[] weights = table.weights().meanOne(bags.order());
        boolean[] positives = TrainingRows.positives(table, bags.order());
        LearnedTables learned = new AdditiveLearner(settings, threads, progress)
                .learn(
                        table.features(),
                        bags,
                        new LogisticObjective(positives, weights),
                        weights,
                        OwnerRules.of(table.description(), table.features()),
                        dates,
                        seed);
        progress.at(CALIBRATE, 0, 1);
        AdditiveParts raw = parts(table, learned, learned.facts());
        AffineCalibration map =
                calibration(table, split.rows(Part.VALIDATION), raw, learned.outOfBag(), positives, weights);
        AdditiveParts chosen = map.helps() ? map.foldInto(raw) : raw;
        progress.at(CALIBRATE, 1, 1);
        AdditiveParts published = new AdditiveParts(
                chosen.name(),
                chosen.positiveLabel(),
                chosen.negativeLabel(),
                chosen.intercept(),
                chosen.inputs(),
                chosen.terms(),
                facts(learned, settings, table, map, seed));
        return new Fit(published, map.helps() ? learned.bags().times(map.slope()) : learned.bags());
    }

    private static Bags bags(TrainingTable table, int[] rows, int[] groups, AdditiveSettings settings, long seed) {
        return Bags.deal(
                rows,
                TrainingRows.positives(table, rows),
                Arrays.stream(rows).map(row -> groups[row]).toArray(),
                settings.bags(),
                seed);
    }

    private AdditiveParts parts(TrainingTable table, LearnedTables learned, Map<String, String> facts) {
        return new AdditiveParts(
                modelName(table),
                table.positiveLabel(),
                table.negativeLabel(),
                learned.intercept(),
                learned.inputs(),
                learned.terms(),
                facts);
    }

    private static AffineCalibration calibration(
            TrainingTable table,
            int[] validation,
            AdditiveParts raw,
            double[] outOfBag,
            boolean[] positives,
            double[] weights) {
        boolean[] later = TrainingRows.positives(table, validation);
        return AffineCalibration.enough(later)
                ? AffineCalibration.fit(
                        new RowCoder(table).logOdds(new AdditiveModel(raw), validation),
                        later,
                        table.weights().meanOne(validation))
                : AffineCalibration.fit(outOfBag, positives, weights);
    }

    private Map<String, String> facts(
            LearnedTables learned, AdditiveSettings settings, TrainingTable table, AffineCalibration map, long seed) {
        Map<String, String> facts = new TreeMap<>(learned.facts());
        facts.put("trainer", name());
        facts.put("learner", "additive tables by cyclic Newton boosting");
        facts.put("bags", Integer.toString(settings.bags()));
        facts.put("seed", Long.toString(seed));
        facts.put("tableDigest", table.digest());
        facts.put("calibration", map.inWords());
        return facts;
    }
}
