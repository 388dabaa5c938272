package io.holdfast.training.additive;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.fit.AffineCalibration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Trainer;
import org.tribuo.WeightedExamples;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * The additive engine as a Tribuo trainer: learns from a dataset what {@link AdditiveTrainer} learns from a table of the same
 * columns. Without a description every feature is a numeric column; with one, features called {@code column@level} become the
 * category or flag they come from again, and directions of columns, forbidden and required pairs hold. An absent feature is a missing
 * value, not a zero; weights of examples count, over their mean. Calibration is judged by out-of-bag scores. A model's provenance says the epoch for its
 * time, so that equal training gives equal models.
 */
public final class AdditiveDatasetTrainer implements Trainer<Label>, WeightedExamples {
    @Config(mandatory = true, description = "The label whose log-odds the model gives.")
    private String positiveLabel = "";

    @Config(description = "A dataset description as YAML, which says what features are; none: all are numbers.")
    private String description = "";

    @Config(description = "Seed of everything random.")
    private long seed = 1;

    @Config(description = "Threads; the model does not depend on it.")
    private int threads = 1;

    private int invocations;

    /** For Tribuo's configuration. */
    private AdditiveDatasetTrainer() {}

    /**
     * A trainer with the default settings.
     *
     * @param positiveLabel the label whose log-odds the model gives
     * @param threads 1 or more
     */
    public AdditiveDatasetTrainer(String positiveLabel, long seed, int threads) {
        this.positiveLabel = positiveLabel;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * A trainer with the default settings for a dataset whose columns are described.
     *
     * @param description the text of a dataset description (docs/dataset-description.md); its table is not read
     * @param threads 1 or more
     * @throws InputException if the text describes no dataset, naming line and key
     */
    public static AdditiveDatasetTrainer ofDescription(String description, long seed, int threads) {
        AdditiveDatasetTrainer trainer =
                new AdditiveDatasetTrainer(read(description).label().positive(), seed, threads);
        trainer.description = description;
        return trainer;
    }

    private static DatasetDescription read(String description) {
        return DatasetDescription.read("description", description.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AdditiveModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    /**
     * Trains a model.
     *
     * @throws IllegalArgumentException unless the dataset has exactly two labels, the positive one among them, all known,
     *     finite weights above 0, and features that are described or, without a description, numeric features whose names hold neither
     *     {@code @} nor {@code %}
     */
    @Override
    public synchronized AdditiveModel train(
            Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocationCount) {
        if (invocationCount != INCREMENT_INVOCATION_COUNT) {
            setInvocationCount(invocationCount);
        }
        TrainerProvenance trainer = getProvenance();
        long drawn = seed + invocations;
        invocations++;
        Optional<DatasetDescription> described =
                description.isEmpty() ? Optional.empty() : Optional.of(read(description));
        ExampleColumns columns = ExampleColumns.of(
                examples,
                positiveLabel,
                described
                        .<ExampleFeatures>map(found -> new DescribedFeatures(found, examples.size()))
                        .orElseGet(() -> new NumericFeatures(examples.getFeatureIDMap(), examples.size())));
        int[] rows = IntStream.range(0, examples.size()).toArray();
        AdditiveSettings settings =
                AdditiveSettings.defaults().forRows(rows.length, SureRows.of(columns.positives(), rows));
        Bags bags = Bags.deal(rows, columns.positives(), rows, settings.bags(), drawn);
        boolean[] positives = new boolean[rows.length];
        for (int position = 0; position < rows.length; position++) {
            positives[position] = columns.positives()[bags.row(position)];
        }
        double[] weights = RowWeights.of(columns.weights()).meanOne(bags.order());
        LearnedTables learned = new AdditiveLearner(settings, threads, Progress.SILENT)
                .learn(
                        columns.features(),
                        bags,
                        new LogisticObjective(positives, weights),
                        weights,
                        described
                                .map(found -> OwnerRules.of(found, columns.features()))
                                .orElse(PairRules.NONE),
                        Optional.empty(),
                        drawn);
        AdditiveParts raw = new AdditiveParts(
                "additive",
                positiveLabel,
                columns.negativeLabel(),
                learned.intercept(),
                learned.inputs(),
                learned.terms(),
                learned.facts());
        AffineCalibration map = AffineCalibration.fit(learned.outOfBag(), positives, weights);
        return AdditiveModel.trainedBy(
                map.helps() ? map.foldInto(raw) : raw,
                new ModelProvenance(
                        AdditiveModel.class.getName(),
                        Instant.EPOCH.atOffset(ZoneOffset.UTC),
                        examples.getProvenance(),
                        trainer,
                        runProvenance));
    }

    @Override
    public synchronized int getInvocationCount() {
        return invocations;
    }

    @Override
    public synchronized void setInvocationCount(int invocationCount) {
        if (invocationCount < 0) {
            throw new IllegalArgumentException("invocationCount: " + invocationCount + " (expected: 0 or more)");
        }
        invocations = invocationCount;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    @Override
    public String toString() {
        return "AdditiveDatasetTrainer(positiveLabel=" + positiveLabel + ",seed=" + seed + ",described="
                + !description.isEmpty() + ")";
    }
}
