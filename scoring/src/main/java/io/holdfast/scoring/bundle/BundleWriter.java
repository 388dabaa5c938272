package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicDirectory;
import io.holdfast.scoring.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** Writes bundles: whole or not at all, equal content as equal bytes, and only such as {@link BundleReader} reads. */
public final class BundleWriter {
    private BundleWriter() {}

    /**
     * Writes a bundle.
     *
     * @param target a directory to be, or a file ending in {@code .zip}
     * @param replace whether an existing bundle may be replaced; whatever else stands there is never touched
     * @return the manifest written
     * @throws InputException when the target exists and may not be replaced, or cannot be written, or the parts do not
     *     belong together; nothing is left behind then
     */
    public static BundleManifest write(BundleContent content, Path target, boolean replace) {
        ReplaceableTarget.require(target, replace);
        SortedMap<String, byte[]> files = BundleFiles.of(content);
        ModelBundle bundle = BundleReader.load(target.toString(), files);
        try {
            if (target.toString().endsWith(BundleZip.SUFFIX)) {
                writeZip(files, target);
            } else {
                writeDirectory(files, target, replace);
            }
        } catch (IOException e) {
            throw new InputException("not_writable", "cannot write " + target + ": " + e.getMessage(), e);
        }
        return bundle.manifest();
    }

    /**
     * Checks early, before hours of training, what {@link #write} would refuse of the target.
     *
     * @throws InputException when the target exists and may not be replaced
     */
    public static void requireWritable(Path target, boolean replace) {
        ReplaceableTarget.require(target, replace);
    }

    private static void writeDirectory(Map<String, byte[]> files, Path target, boolean replace) throws IOException {
        try (AtomicDirectory directory = AtomicDirectory.create(target, replace)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(directory.path().resolve(file.getKey()), file.getValue());
            }
            directory.commit();
        }
    }

    private static void writeZip(SortedMap<String, byte[]> files, Path target) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(BundleZip.write(files));
            file.commit();
        }
    }
}
