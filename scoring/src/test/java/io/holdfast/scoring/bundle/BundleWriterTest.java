package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.model.AdditiveParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleWriterTest {
    private static final String FIRST_BUNDLE = "first";

    @TempDir
    private Path folder;

    private static SortedMap<String, String> contents(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            SortedMap<String, String> contents = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(directory.relativize(file).toString(), read(file)));
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundleContent trainedAt(Instant instant) {
        BundleContent content = TinyBundles.content();
        return new BundleContent(
                content.model(),
                content.datasetYaml(),
                content.reference(),
                content.training(),
                content.documents(),
                instant);
    }

    private void assertRefused(Path target, boolean replace, String code, String words) {
        SortedMap<String, String> before = contents(folder);
        assertThatThrownBy(() -> BundleWriter.write(TinyBundles.content(), target, replace))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(contents(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".zip"})
    void writesEqualContentAsEqualBytes(String suffix) {
        Path one = TinyBundles.write(folder.resolve("one" + suffix));
        Path other = TinyBundles.write(folder.resolve("other" + suffix));

        if (suffix.isEmpty()) {
            assertThat(contents(other)).isEqualTo(contents(one)).hasSize(5);
        } else {
            assertThat(other).hasSameBinaryContentAs(one);
        }
    }

    @Test
    void writesTheSameBundleOnEveryJavaVersion() {
        // The digest that OpenJDK 17.0.15 gave.
        assertThat(TinyBundles.bundle().manifest().digest())
                .isEqualTo("2ec1e1cec0184fc0b5a8c28d489a64f505bdc388aaffc15a763dc950bee47abe");
    }

    @Test
    void theTrainingTimeChangesNothingButItself() {
        SortedMap<String, byte[]> now = BundleFiles.of(trainedAt(Instant.parse("2026-01-31T12:00:00Z")));
        SortedMap<String, byte[]> later = BundleFiles.of(trainedAt(Instant.parse("2027-06-05T04:03:02.000001Z")));

        assertThat(Tampering.manifest(later).digest())
                .isEqualTo(Tampering.manifest(now).digest());
        assertThat(Tampering.text(later, BundleManifest.FILE))
                .isEqualTo(Tampering.text(now, BundleManifest.FILE)
                        .replace("2026-01-31T12:00:00Z", "2027-06-05T04:03:02.000001Z"));
        now.remove(BundleManifest.FILE);
        now.forEach((name, content) -> assertThat(later.get(name)).isEqualTo(content));
    }

    @Test
    void theDigestChangesWithAnyContent() {
        String digest = TinyBundles.bundle().manifest().digest();

        assertThat(ModelBundle.of(TinyBundles.content(Map.of("a.txt", new byte[0])))
                        .manifest()
                        .digest())
                .isNotEqualTo(digest);
        assertThat(ModelBundle.of(TinyBundles.content(
                                TinyBundles.parts(), TinyBundles.datasetYaml() + "# a remark\n", Map.of()))
                        .manifest()
                        .digest())
                .isNotEqualTo(digest);
    }

    /** The recipe of docs/bundle-format.md, which works with sed and sha256sum. */
    @Test
    void theDigestIsThatOfTheManifestWithDigestAndTimeEmptied() {
        SortedMap<String, byte[]> files = Tampering.files();
        String manifest = Tampering.text(files, BundleManifest.FILE);

        String emptied = manifest.replaceAll("(?m)^(  \"(digest|trainedAt)\": \").*(\",)$", "$1$3");

        assertThat(Sha256.hex(emptied.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Tampering.manifest(files).digest());
        Tampering.manifest(files)
                .files()
                .forEach((name, digest) ->
                        assertThat(Sha256.hex(Tampering.file(files, name))).isEqualTo(digest));
    }

    @Test
    void neverReplacesUnasked() {
        TinyBundles.write(folder.resolve("bundle"));
        TinyBundles.write(folder.resolve("bundle.zip"));

        assertRefused(folder.resolve("bundle"), false, "bundle_exists", "--overwrite");
        assertRefused(folder.resolve("bundle.zip"), false, "bundle_exists", "--overwrite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "bundle.zip"})
    void replacesABundleWhenAsked(String name) {
        Path target = folder.resolve(name);
        BundleWriter.write(
                TinyBundles.content(Map.of("old.txt", FIRST_BUNDLE.getBytes(StandardCharsets.UTF_8))), target, false);

        BundleManifest written = BundleWriter.write(TinyBundles.content(), target, true);

        assertThat(BundleReader.read(target).manifest()).isEqualTo(written);
        assertThat(BundleReader.read(target).document("old.txt")).isEmpty();
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @Test
    void fillsAnEmptyDirectoryWhenAsked() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));

        BundleWriter.write(TinyBundles.content(), target, true);

        assertThat(BundleReader.read(target).manifest().modelId()).isEqualTo("tiny-1");
    }

    @Test
    void neverTouchesWhatIsNoBundle() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("cat.jpg"), "meow");
        assertRefused(photos, true, "not_a_bundle", "left as it is");

        Path web = Files.createDirectory(folder.resolve("web"));
        Files.writeString(web.resolve("manifest.json"), "{\"name\": \"an app\", \"formatVersion\": 0}");
        assertRefused(web, true, "not_a_bundle", "left as it is");

        Path file = Files.writeString(folder.resolve("notes"), "text");
        assertRefused(file, true, "not_a_bundle", "left as it is");

        Path zip = Tampering.write(
                folder.resolve("photos.zip"), Tampering.compressed(new TreeMap<>(Map.of("cat.jpg", new byte[1]))));
        assertRefused(zip, true, "not_a_bundle", "left as it is");
    }

    @Test
    void neverTouchesABundleWithSomethingBesideIt() throws IOException {
        Path target = TinyBundles.write(folder.resolve("bundle"));
        Files.writeString(target.resolve("My Notes.txt"), "mine");
        Files.createDirectory(target.resolve("more"));

        assertRefused(target, true, "not_a_bundle", "holds My Notes.txt, more beside a model bundle");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("file"), "text");

        assertThatThrownBy(() -> BundleWriter.write(TinyBundles.content(), folder.resolve("missing/bundle"), false))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> BundleWriter.write(TinyBundles.content(), folder.resolve("file/bundle.zip"), false))
                .isInstanceOf(InputException.class);
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void writesNoBundleThatCouldNotBeRead() {
        BundleContent content = TinyBundles.content(
                TinyBundles.parts(), TinyBundles.datasetYaml().replace("tenure:", "months:"), Map.of());

        assertThatThrownBy(() -> BundleWriter.write(content, folder.resolve("bundle"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not say the same of the columns");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "A.txt", "manifest.json", "model.tribuo", "self-test.csv", ""})
    void refusesDocumentsThatCannotStandInABundle(String name) {
        assertThatThrownBy(() -> TinyBundles.content(Map.of(name, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("document name: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "%2f", "Model", "modеl", "-x"})
    void refusesModelsThatAreNotPlainlyNamed(String name) {
        AdditiveParts parts = TinyBundles.parts();
        AdditiveParts renamed = new AdditiveParts(
                name,
                parts.positiveLabel(),
                parts.negativeLabel(),
                parts.intercept(),
                parts.inputs(),
                parts.terms(),
                parts.facts());

        assertThatThrownBy(() -> TinyBundles.content(renamed, TinyBundles.datasetYaml(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model name: " + name);
    }
}
