package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private BundleSource() {}

    static Map<String, byte[]> read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return readDirectory(path);
            }
            if (!Files.exists(path)) {
                throw new InputException("no_such_bundle", path + " does not exist (expected: a model bundle)");
            }
            if (!Files.isRegularFile(path)) {
                throw notABundle(path.toString());
            }
            return readZip(path);
        } catch (NoSuchFileException e) {
            throw new InputException("truncated_bundle", path + " changed while it was read", e);
        } catch (IOException e) {
            throw new InputException("unreadable_bundle", path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same, or nothing where there is no bundle to read. */
    static Map<String, byte[]> readIfBundle(Path path) {
        try {
            return read(path);
        } catch (InputException e) {
            return Map.of();
        }
    }

    private static Map<String, byte[]> readDirectory(Path path) throws IOException {
        List<Path> regular;
        try (Stream<Path> entries = Files.list(path)) {
            regular = entries.filter(Files::isRegularFile)
                    .filter(BundleSource::hasPlainName)
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        requireFew(path.toString(), regular.size());
        Map<String, byte[]> files = new TreeMap<>();
        long left = MOST_BYTES;
        for (Path file : regular) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = read(path.toString(), in, left);
                left -= content.length;
                files.put(file.getFileName().toString(), content);
            }
        }
        return files;
    }

    private static boolean hasPlainName(Path file) {
        return BundleFile.NAME.matcher(file.getFileName().toString()).matches();
    }

    private static Map<String, byte[]> readZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return unzip(path.toString(), read(path.toString(), in, MOST_BYTES));
        }
    }

    static Map<String, byte[]> unzip(String path, byte[] zipped) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        boolean compressed = false;
        long left = Math.min(MOST_BYTES, (long) MOST_RATIO * zipped.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requireNew(path, files, entry.getName());
                compressed |= entry.getMethod() == ZipEntry.DEFLATED;
                byte[] content = read(path, zip, left);
                left -= content.length;
                files.put(entry.getName(), content);
                requireFew(path, files.size());
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new InputException("truncated_bundle", path + " is a damaged zip: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw notABundle(path);
        }
        requireUnaltered(path, compressed, zipped, files);
        return files;
    }

    private static void requireNew(String path, Map<String, byte[]> files, String name) {
        if (!BundleFile.NAME.matcher(name).matches()) {
            throw new InputException(
                    "bad_bundle_entry", path + " holds an entry whose name is not plain; no model bundle");
        }
        if (files.containsKey(name)) {
            throw new InputException("bad_bundle_entry", path + " holds the entry " + name + " twice");
        }
    }

    /**
     * A zip as {@link BundleWriter} makes it stores its entries; there is exactly one such zip of the same files, so that
     * every other byte is a fault, also in what a zip says twice or beside its content. Other tools compress: of their
     * zips only the content is verified.
     */
    private static void requireUnaltered(
            String path, boolean compressed, byte[] zipped, SortedMap<String, byte[]> files) {
        if (!compressed && !Arrays.equals(zipped, BundleZip.write(files))) {
            throw new InputException(
                    "altered_bundle",
                    path + " was altered or cut short (or packed by another tool without compression: then unpack it"
                            + " and give the directory)");
        }
    }

    private static byte[] read(String path, InputStream in, long allowed) throws IOException {
        byte[] content = in.readNBytes((int) allowed + 1);
        if (content.length > allowed) {
            throw tooLarge(path);
        }
        return content;
    }

    private static void requireFew(String path, int files) {
        if (files > MOST_FILES) {
            throw tooLarge(path);
        }
    }

    private static InputException notABundle(String path) {
        return new InputException("not_a_bundle", path + " is no model bundle (expected: a bundle's directory or zip)");
    }

    private static InputException tooLarge(String path) {
        return new InputException(
                "bundle_too_large",
                path + " is larger than any model bundle (limits: " + MOST_FILES + " files, " + (MOST_BYTES >> 20)
                        + " MiB, inflated at most " + MOST_RATIO + " times)");
    }
}
