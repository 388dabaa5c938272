package io.holdfast.scoring.bundle;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicDirectory;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes bundles: whole or not at all, equal content as equal bytes. */
public final class BundleWriter {
    private static final String ZIP = ".zip";
    /** 1980-01-01, the earliest time a zip can state. */
    private static final long ZIP_EPOCH_MILLIS = 315_532_800_000L;

    private BundleWriter() {}

    /**
     * Writes a bundle.
     *
     * @param target a directory to be, or a file ending in {@code .zip}
     * @param replace whether an existing bundle may be replaced; whatever else stands there is never touched
     * @return the manifest written
     * @throws InputException when the target exists and may not be replaced, or cannot be written
     */
    public static BundleManifest write(BundleContent content, Path target, boolean replace) {
        requireReplaceable(target, replace);
        SortedMap<String, byte[]> files = files(content);
        BundleManifest manifest = manifest(content, files);
        files.put(BundleManifest.FILE, StrictJson.write(manifest));
        try {
            if (target.toString().endsWith(ZIP)) {
                writeZip(files, target);
            } else {
                writeDirectory(files, target, replace);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifest;
    }

    private static void requireReplaceable(Path target, boolean replace) {
        if (!Files.exists(target)) {
            return;
        }
        if (!replace) {
            throw new InputException(
                    "bundle_exists", target + " exists already; give another place or --overwrite to replace it");
        }
        boolean bundle = Files.isRegularFile(target.resolve(BundleManifest.FILE))
                || (Files.isRegularFile(target) && target.toString().endsWith(ZIP));
        if (!bundle) {
            throw new InputException("not_a_bundle", target + " exists and is no model bundle; it is left as it is");
        }
    }

    private static SortedMap<String, byte[]> files(BundleContent content) {
        SortedMap<String, byte[]> files = new TreeMap<>(content.documents());
        files.put(BundleFile.MODEL, content.model().serialize().toByteArray());
        files.put(BundleFile.DATASET, content.datasetYaml().getBytes(StandardCharsets.UTF_8));
        files.put(BundleFile.REFERENCE, StrictJson.write(content.reference()));
        files.put(
                BundleFile.SELF_TEST,
                SelfTest.write(
                        content.model(), content.reference(), content.training().seed()));
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

    private static void writeDirectory(Map<String, byte[]> files, Path target, boolean replace) throws IOException {
        try (AtomicDirectory directory = AtomicDirectory.create(target, replace)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(directory.path().resolve(file.getKey()), file.getValue());
            }
            directory.commit();
        }
    }

    /** Stored, not deflated: compressed bytes differ between builds of zlib. */
    private static void writeZip(Map<String, byte[]> files, Path target) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            OutputStream out = file.stream();
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                CRC32 checksum = new CRC32();
                checksum.update(entry.getValue());
                header.setSize(entry.getValue().length);
                header.setCrc(checksum.getValue());
                header.setTimeLocal(
                        java.time.LocalDateTime.ofEpochSecond(ZIP_EPOCH_MILLIS / 1000, 0, java.time.ZoneOffset.UTC));
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            zip.finish();
            file.commit();
        }
    }
}
