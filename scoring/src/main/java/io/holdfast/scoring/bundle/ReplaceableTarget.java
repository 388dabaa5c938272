package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guards what stands where a bundle is to go: only a bundle, and nothing beside one, may make room for it. */
final class ReplaceableTarget {
    private ReplaceableTarget() {}

    static void require(Path target, boolean replace) {
        if (!Files.exists(target)) {
            return;
        }
        if (!replace) {
            throw new InputException(
                    "bundle_exists", target + " exists already; give another place or --overwrite to replace it");
        }
        Set<String> present = Files.isDirectory(target)
                ? entries(target)
                : new HashSet<>(BundleSource.readIfBundle(target).keySet());
        if (present.isEmpty() && Files.isDirectory(target)) {
            return;
        }
        byte @Nullable [] manifest = BundleSource.readIfBundle(target).get(BundleManifest.FILE);
        if (manifest == null) {
            throw new InputException("not_a_bundle", target + " exists and is no model bundle; it is left as it is");
        }
        present.remove(BundleManifest.FILE);
        present.removeAll(listed(target, manifest));
        if (!present.isEmpty()) {
            throw new InputException(
                    "not_a_bundle",
                    target + " holds " + present.stream().sorted().collect(Collectors.joining(", "))
                            + " beside a model bundle; it is left as it is");
        }
    }

    private static Set<String> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new InputException("unreadable_bundle", directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Set<String> listed(Path target, byte[] manifest) {
        try {
            return StrictJson.read(target.toString(), manifest, BundleManifest.class)
                    .files()
                    .keySet();
        } catch (InputException e) {
            throw new InputException(
                    "not_a_bundle",
                    target + " exists and is no model bundle this software knows; it is left as it is",
                    e);
        }
    }
}
