package io.holdfast.scoring.bundle;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders content as the bytes of a bundle's files; equal content gives equal bytes. */
final class BundleFiles {
    private BundleFiles() {}

    /** All files by name, the manifest among them. */
    static SortedMap<String, byte[]> of(BundleContent content) {
        SortedMap<String, byte[]> files = new TreeMap<>(content.documents());
        files.put(BundleFile.MODEL, content.model().serialize().toByteArray());
        files.put(BundleFile.DATASET, content.datasetYaml().getBytes(StandardCharsets.UTF_8));
        files.put(BundleFile.REFERENCE, StrictJson.write(content.reference()));
        files.put(
                BundleFile.SELF_TEST,
                SelfTest.write(
                        content.model(), content.reference(), content.training().seed()));
        files.put(BundleManifest.FILE, StrictJson.write(manifest(content, files)));
        return files;
    }

    private static BundleManifest manifest(BundleContent content, Map<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, Sha256.hex(bytes)));
        DatasetDescription description = DatasetDescription.read(
                BundleFile.DATASET, content.datasetYaml().getBytes(StandardCharsets.UTF_8));
        BundleContent.Training training = content.training();
        return new BundleManifest(
                        BundleManifest.FORMAT_VERSION,
                        Collections.emptySortedSet(),
                        content.model().getName(),
                        "",
                        content.trainedAt().toString(),
                        training.engineVersion(),
                        training.trainer(),
                        training.seed(),
                        training.tableDigest(),
                        training.tableRows(),
                        orNull(description.horizonDays()),
                        orNull(description.leadDays()),
                        description.validDays(),
                        description.estimand().code(),
                        digests)
                .sealed();
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
    }
}
