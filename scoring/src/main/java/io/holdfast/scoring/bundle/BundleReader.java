package io.holdfast.scoring.bundle;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Loads bundles, trusting nothing in them before it is verified: structure and sizes, format version, SHA-256 of every
 * file, the one allowed model class, the parts' consistency, and the exact scores of the self-test rows.
 */
public final class BundleReader {
    private BundleReader() {}

    /**
     * Loads a bundle.
     *
     * @param path a bundle's directory or zip
     * @throws InputException when it is truncated, altered, newer than this software, or no bundle, with the reason
     */
    public static ModelBundle read(Path path) {
        return load(path.toString(), BundleSource.read(path));
    }

    /** Loads a bundle from its files; messages call it by the source. */
    static ModelBundle load(String source, Map<String, byte[]> files) {
        BundleManifest manifest = ManifestCheck.verified(source, files);
        Map<String, byte[]> listed = new TreeMap<>(files);
        listed.keySet().retainAll(manifest.files().keySet());
        AdditiveModel model =
                ModelFile.read(source + "/" + BundleFile.MODEL, required(listed, BundleFile.MODEL), manifest.modelId());
        DatasetDescription description =
                DatasetDescription.read(source + "/" + BundleFile.DATASET, required(listed, BundleFile.DATASET));
        ReferencePopulation reference = StrictJson.read(
                source + "/" + BundleFile.REFERENCE, required(listed, BundleFile.REFERENCE), ReferencePopulation.class);
        PartsCheck.requireFit(source, manifest, model, description, reference);
        Optional<ModelShapes> shapes = Optional.ofNullable(listed.get(ModelShapes.FILE))
                .map(json -> StrictJson.read(source + "/" + ModelShapes.FILE, json, ModelShapes.class));
        shapes.ifPresent(found -> PartsCheck.requireFit(source, model, found));
        SelfTest.verify(source + "/" + BundleFile.SELF_TEST, model, required(listed, BundleFile.SELF_TEST));
        return new ModelBundle(manifest, model, description, reference, shapes, listed);
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalStateException(name + " vanished after it was verified");
        }
        return content;
    }
}
