package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes damaged bundles, among them such as a forger makes: with every digest in order again. */
final class Tampering {
    private Tampering() {}

    /** The files of the tiny bundle. */
    static SortedMap<String, byte[]> files() {
        return BundleFiles.of(TinyBundles.content());
    }

    static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(file(files, name), StandardCharsets.UTF_8);
    }

    static BundleManifest manifest(Map<String, byte[]> files) {
        return StrictJson.read(BundleManifest.FILE, file(files, BundleManifest.FILE), BundleManifest.class);
    }

    /** The tiny bundle with one file replaced and the manifest set right. */
    static SortedMap<String, byte[]> forged(String name, byte[] content) {
        SortedMap<String, byte[]> files = files();
        files.put(name, content);
        SortedMap<String, String> digests = new TreeMap<>(manifest(files).files());
        digests.put(name, Sha256.hex(content));
        return withManifest(files, digests);
    }

    static SortedMap<String, byte[]> forged(String name, UnaryOperator<String> change) {
        String before = text(files(), name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing was changed in " + name);
        }
        return forged(name, after.getBytes(StandardCharsets.UTF_8));
    }

    /** The same files under a manifest that lists these digests, its own digest right. */
    static SortedMap<String, byte[]> withManifest(SortedMap<String, byte[]> files, SortedMap<String, String> digests) {
        BundleManifest old = manifest(files);
        return withManifest(
                files,
                new BundleManifest(
                        old.formatVersion(),
                        old.needs(),
                        old.modelId(),
                        "",
                        old.trainedAt(),
                        old.engineVersion(),
                        old.trainer(),
                        old.seed(),
                        old.tableDigest(),
                        old.tableRows(),
                        old.horizonDays(),
                        old.leadDays(),
                        old.validDays(),
                        old.estimand(),
                        digests));
    }

    static SortedMap<String, byte[]> withManifest(SortedMap<String, byte[]> files, BundleManifest manifest) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(BundleManifest.FILE, StrictJson.write(manifest.sealed()));
        return changed;
    }

    /** A zip as any other tool makes it. */
    static byte[] compressed(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path write(Path target, byte[] content) {
        try {
            return Files.write(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory(Path target, Map<String, byte[]> files) {
        try {
            Files.createDirectory(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.forEach((name, content) -> write(target.resolve(name), content));
        return target;
    }
}
