package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a bundle in memory, read by name under limits that are counted while reading, so that a small zip cannot
 * become a large one and no entry is ever written anywhere.
 */
final class BundleSource {
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_RATIO = 200;
    private static final int BLOCK = 1 << 16;

    private BundleSource() {}

    static Map<String, byte[]> read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return readDirectory(path);
            }
            if (!Files.exists(path)) {
                throw new InputException("no_such_bundle", path + " does not exist (expected: a model bundle)");
            }
            return readZip(path);
        } catch (NoSuchFileException e) {
            throw new InputException("truncated_bundle", path + " changed while it was read", e);
        } catch (IOException e) {
            throw new InputException("unreadable_bundle", path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> readDirectory(Path path) throws IOException {
        List<Path> regular;
        try (Stream<Path> entries = Files.list(path)) {
            regular = entries.filter(Files::isRegularFile)
                    .filter(file -> BundleFile.NAME
                            .matcher(file.getFileName().toString())
                            .matches())
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        Map<String, byte[]> files = new HashMap<>();
        long total = 0;
        for (Path file : regular) {
            total += Files.size(file);
            requireWithinLimits(path, files.size() + 1, total);
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }

    private static Map<String, byte[]> readZip(Path path) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        long allowed = Math.min(MOST_BYTES, MOST_RATIO * Math.max(Files.size(path), 1));
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!BundleFile.NAME.matcher(entry.getName()).matches()) {
                    throw new InputException(
                            "bad_bundle_entry", path + " holds an entry whose name is not plain; no model bundle");
                }
                byte[] content = read(path, zip, allowed - total);
                total += content.length;
                requireWithinLimits(path, files.size() + 1, total);
                if (files.put(entry.getName(), content) != null) {
                    throw new InputException(
                            "bad_bundle_entry", path + " holds the entry " + entry.getName() + " twice");
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new InputException("truncated_bundle", path + " is a damaged zip: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new InputException(
                    "not_a_bundle", path + " is no model bundle (expected: a bundle's directory or zip)");
        }
        return files;
    }

    private static byte[] read(Path path, InputStream in, long allowed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            if (out.size() + (long) n > allowed) {
                throw tooLarge(path);
            }
            out.write(block, 0, n);
        }
        return out.toByteArray();
    }

    private static void requireWithinLimits(Path path, int files, long bytes) {
        if (files > MOST_FILES || bytes > MOST_BYTES) {
            throw tooLarge(path);
        }
    }

    private static InputException tooLarge(Path path) {
        return new InputException(
                "bundle_too_large",
                path + " is larger than any model bundle (limits: " + MOST_FILES + " files, " + (MOST_BYTES >> 20)
                        + " MiB, inflated at most " + MOST_RATIO + " times)");
    }
}
