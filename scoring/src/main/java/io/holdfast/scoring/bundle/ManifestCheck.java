package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a manifest and verifies that it and every file it lists are what was written. */
final class ManifestCheck {
    private static final Pattern VERSION = Pattern.compile("\"formatVersion\"\\s*:\\s*(\\d{1,9})");

    private ManifestCheck() {}

    static BundleManifest verified(String source, Map<String, byte[]> files) {
        byte @Nullable [] bytes = files.get(BundleManifest.FILE);
        if (bytes == null) {
            throw new InputException("not_a_bundle", source + " is no model bundle: it has no " + BundleManifest.FILE);
        }
        requireReadableVersion(source, bytes);
        BundleManifest manifest = read(source, bytes);
        requireUnaltered(source, bytes, manifest);
        requireKnown(source, manifest);
        requireSense(source, manifest);
        requireFiles(source, manifest, files);
        return manifest;
    }

    /** Before anything else is parsed: a newer format may look different everywhere else. */
    private static void requireReadableVersion(String source, byte[] manifest) {
        Matcher version = VERSION.matcher(new String(manifest, StandardCharsets.UTF_8));
        if (!version.find()) {
            throw new InputException(
                    "not_a_bundle", source + "/" + BundleManifest.FILE + " states no formatVersion: no model bundle");
        }
        int found = Integer.parseInt(version.group(1));
        if (found > BundleManifest.FORMAT_VERSION) {
            throw new InputException(
                    "newer_bundle",
                    source + " has bundle format " + found + "; this software reads format "
                            + BundleManifest.FORMAT_VERSION + ": use a newer Holdfast");
        }
        if (found < BundleManifest.FORMAT_VERSION) {
            throw new InputException(
                    "older_bundle",
                    source + " has bundle format " + found + ", from before formats were kept; this software reads"
                            + " format " + BundleManifest.FORMAT_VERSION + ": train the model again");
        }
    }

    private static BundleManifest read(String source, byte[] bytes) {
        try {
            return StrictJson.read(source + "/" + BundleManifest.FILE, bytes, BundleManifest.class);
        } catch (InputException e) {
            throw new InputException("bad_manifest", e.getMessage(), e);
        }
    }

    /** There is one way to write a manifest, so that not even a blank can change unnoticed. */
    private static void requireUnaltered(String source, byte[] bytes, BundleManifest manifest) {
        boolean canonical = Arrays.equals(bytes, StrictJson.write(manifest));
        if (!canonical || !manifest.contentDigest().equals(manifest.digest())) {
            throw new InputException(
                    "altered_bundle",
                    source + ": " + BundleManifest.FILE + " was altered (its digest does not fit it)");
        }
    }

    private static void requireKnown(String source, BundleManifest manifest) {
        for (String need : manifest.needs()) {
            if (!BundleManifest.KNOWN_NEEDS.contains(need)) {
                throw new InputException(
                        "newer_bundle",
                        source + " needs '" + need + "', which this software does not know: use a newer Holdfast");
            }
        }
    }

    private static void requireSense(String source, BundleManifest manifest) {
        if (!BundleFile.NAME.matcher(manifest.modelId()).matches()) {
            throw new InputException(
                    "bad_manifest", source + ": modelId is not of the form " + BundleFile.NAME.pattern());
        }
        if (!isInstant(manifest.trainedAt())) {
            throw new InputException(
                    "bad_manifest", source + ": trainedAt is no instant (expected: such as 2026-01-31T12:00:00Z)");
        }
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void requireFiles(String source, BundleManifest manifest, Map<String, byte[]> files) {
        for (String name : BundleFile.REQUIRED) {
            if (!manifest.files().containsKey(name)) {
                throw new InputException("bad_manifest", source + ": the manifest does not list " + name);
            }
        }
        manifest.files().forEach((name, digest) -> {
            byte @Nullable [] content = files.get(name);
            if (content == null) {
                throw new InputException("truncated_bundle", source + ": the file " + name + " is missing");
            }
            if (!Sha256.hex(content).equals(digest)) {
                throw new InputException(
                        "altered_bundle",
                        source + ": the file " + name
                                + " was altered or cut short (its SHA-256 is not the manifest's)");
            }
        });
    }
}
