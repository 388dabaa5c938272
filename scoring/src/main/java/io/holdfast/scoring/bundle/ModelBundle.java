package io.holdfast.scoring.bundle;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.model.AdditiveModel;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A verified, loaded bundle. Immutable and thread-safe. */
public final class ModelBundle {
    private final BundleManifest manifest;
    private final AdditiveModel model;
    private final DatasetDescription description;
    private final ReferencePopulation reference;
    private final Optional<ModelShapes> shapes;
    private final SortedMap<String, byte[]> documents;

    ModelBundle(
            BundleManifest manifest,
            AdditiveModel model,
            DatasetDescription description,
            ReferencePopulation reference,
            Optional<ModelShapes> shapes,
            Map<String, byte[]> documents) {
        this.manifest = manifest;
        this.model = model;
        this.description = description;
        this.reference = reference;
        this.shapes = shapes;
        this.documents = new TreeMap<>(documents);
    }

    /**
     * The bundle that {@link BundleWriter} would write and {@link BundleReader} would read, without any file.
     *
     * @throws io.holdfast.scoring.fault.InputException when the parts do not belong together
     */
    public static ModelBundle of(BundleContent content) {
        return BundleReader.load(content.model().getName(), BundleFiles.of(content));
    }

    /** What the bundle says about itself. */
    public BundleManifest manifest() {
        return manifest;
    }

    /** The model. */
    public AdditiveModel model() {
        return model;
    }

    /** The description of the table it was trained on. */
    public DatasetDescription description() {
        return description;
    }

    /** The training population. */
    public ReferencePopulation reference() {
        return reference;
    }

    /** What the model says of each column alone, with bands; empty where the bundle does not say. */
    public Optional<ModelShapes> shapes() {
        return shapes;
    }

    /** Days the prediction looks ahead, where the training table says. */
    public OptionalInt horizonDays() {
        Integer days = manifest.horizonDays();
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** Days between the as-of date and the begin of that window, where the training table says. */
    public OptionalInt leadDays() {
        Integer days = manifest.leadDays();
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** A file of the bundle as it stands there, for example {@code evaluation.json} or {@code playbook.yaml}. */
    public Optional<byte[]> document(String name) {
        return Optional.ofNullable(documents.get(name)).map(byte[]::clone);
    }
}
