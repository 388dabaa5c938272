package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleZipTest {
    @TempDir
    private Path folder;

    private void assertRefused(byte[] zip, String code, String words) {
        Path path = Tampering.write(folder.resolve("hostile.zip"), zip);
        assertThatThrownBy(() -> BundleReader.read(path))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/etc/x",
                "a/../x",
                "bundle/model.tribuo",
                "a\\x",
                "MODEL.tribuo",
                "model.tribuo ",
                ".x",
                "",
                "x\0y",
                "C:x",
                "模型"
            })
    void refusesEntriesWhoseNamesAreNotPlain(String name) {
        SortedMap<String, byte[]> files = Tampering.files();
        files.put(name, new byte[] {1});

        assertRefused(Tampering.compressed(files), "bad_bundle_entry", "not plain");
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        SortedMap<String, byte[]> files = Tampering.files();
        files.put("model.tribun", new byte[] {1});

        assertRefused(
                replaced(Tampering.compressed(files), "model.tribun", "model.tribuo"),
                "bad_bundle_entry",
                "the entry model.tribuo twice");
        assertRefused(
                replaced(BundleZip.write(files), "model.tribun", "model.tribuo"),
                "bad_bundle_entry",
                "the entry model.tribuo twice");
    }

    private static byte[] replaced(byte[] zip, String before, String after) {
        return new String(zip, StandardCharsets.ISO_8859_1)
                .replace(before, after)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesTooManyEntries() {
        SortedMap<String, byte[]> files = Tampering.files();
        for (int i = files.size(); i <= 65; i++) {
            files.put("file-" + i, new byte[] {1});
        }

        assertRefused(BundleZip.write(files), "bundle_too_large", "64 files");
        Path directory = Tampering.directory(folder.resolve("directory"), files);
        assertThatThrownBy(() -> BundleReader.read(directory)).hasMessageContaining("64 files");
    }

    @Test
    void refusesAZipThatInflatesBeyondAllMeasure() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 17);

        assertRefused(bytes.toByteArray(), "bundle_too_large", "inflated at most 200 times");
    }

    @Test
    void refusesAStoredZipThatIsNotTheOneItWouldWrite() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : Tampering.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                entry.setSize(file.getValue().length);
                entry.setCrc(checksum.getValue());
                entry.setTime(1_700_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }

        assertRefused(bytes.toByteArray(), "altered_bundle", "packed by another tool without compression");
    }

    @Test
    void damagedCompressedZipsAreRefusedOrHoldTheSameContent() throws IOException {
        damaged(5);
    }

    @Tag("slow")
    @Test
    void compressedZipsWithAnyByteDamagedAreRefusedOrHoldTheSameContent() throws IOException {
        damaged(1);
    }

    private static void damaged(int step) throws IOException {
        byte[] zip = Tampering.compressed(Tampering.files());
        String digest = Tampering.manifest(Tampering.files()).digest();
        for (int at = 0; at < zip.length; at += step) {
            byte[] changed = zip.clone();
            changed[at] ^= 1;
            try {
                ModelBundle bundle = BundleReader.load("b", BundleSource.unzip("b", changed));
                assertThat(bundle.manifest().digest()).isEqualTo(digest);
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith("b");
            }
        }
    }

    @Test
    void isTheSameInEveryTimeZone() {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("a", new byte[] {1}, "b", new byte[] {2, 3}));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            byte[] auckland = BundleZip.write(files);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));

            assertThat(Arrays.equals(BundleZip.write(files), auckland)).isTrue();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void isTheSameOnEveryJavaVersion() {
        // The digest that OpenJDK 17.0.15 gave.
        assertThat(Sha256.hex(BundleZip.write(new TreeMap<>(Map.of("a", new byte[] {1}, "b", new byte[] {2, 3})))))
                .isEqualTo("942b4921161a0dc8ee53a7256a399e68ff5fefd0e8e7085fc6a74abf378f3085");
    }
}
