package io.holdfast.scoring.bundle;

import io.holdfast.scoring.model.AdditiveModel;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes into a new bundle.
 *
 * @param model the model to publish; its name becomes the model id, {@code [a-z0-9][a-z0-9._-]{0,63}}
 * @param datasetYaml the dataset description, character for character
 * @param reference the training population
 * @param training how the model came about
 * @param documents further files by name ({@code [a-z0-9][a-z0-9._-]{0,63}}): {@code evaluation.json},
 *     {@code playbook.yaml}, {@code model-card.md}
 * @param trainedAt instant of training, in the manifest only and outside the digest
 */
public record BundleContent(
        AdditiveModel model,
        String datasetYaml,
        ReferencePopulation reference,
        Training training,
        Map<String, byte[]> documents,
        Instant trainedAt) {

    /**
     * Facts of the training run that stand in the manifest.
     *
     * @param engineVersion version of the software
     * @param trainer name of the learner
     * @param seed seed of everything random
     * @param tableDigest SHA-256 over the described columns of the training table
     * @param tableRows its data rows
     */
    public record Training(String engineVersion, String trainer, long seed, String tableDigest, long tableRows) {}

    public BundleContent {
        documents = Map.copyOf(documents);
        requireName("model name", model.getName());
        for (String name : documents.keySet()) {
            requireName("document name", name);
            if (name.equals(BundleManifest.FILE) || BundleFile.REQUIRED.contains(name)) {
                throw new IllegalArgumentException("document name: " + name + " (expected: none of the bundle's own)");
            }
        }
    }

    /** The same with one more document. */
    public BundleContent with(String name, byte[] document) {
        Map<String, byte[]> more = new TreeMap<>(documents);
        more.put(name, document);
        return new BundleContent(model, datasetYaml, reference, training, more, trainedAt);
    }

    private static void requireName(String what, String name) {
        if (!BundleFile.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + ": " + name + " (expected: " + BundleFile.NAME.pattern() + ")");
        }
    }
}
