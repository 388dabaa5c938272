package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.model.AdditiveModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

class BundleReaderTest {
    @TempDir
    private Path folder;

    private static void assertRefused(ThrowingCallable load, String code, String... words) {
        assertThatThrownBy(load)
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    private static void assertRefused(SortedMap<String, byte[]> files, String code, String... words) {
        assertRefused(() -> BundleReader.load("b", files), code, words);
    }

    @Test
    void readsFromDirectoryAndZipWhatWasWritten() {
        Map<String, byte[]> documents = Map.of("playbook.yaml", "format: 1\n".getBytes(StandardCharsets.UTF_8));
        BundleContent content = TinyBundles.content(documents);
        for (String name : new String[] {"bundle", "bundle.zip"}) {
            BundleManifest written = BundleWriter.write(content, folder.resolve(name), false);

            ModelBundle bundle = BundleReader.read(folder.resolve(name));

            assertThat(bundle.manifest()).isEqualTo(written);
            assertThat(bundle.model().serialize()).isEqualTo(content.model().serialize());
            assertThat(bundle.reference()).isEqualTo(content.reference());
            assertThat(bundle.description().name()).isEqualTo("tiny");
            assertThat(bundle.horizonDays()).hasValue(30);
            assertThat(bundle.leadDays()).hasValue(7);
            assertThat(bundle.document("playbook.yaml"))
                    .hasValueSatisfying(bytes ->
                            assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("format: 1\n"));
            assertThat(bundle.document("evaluation.json")).isEmpty();
        }
    }

    @Test
    void readsAZipThatAnotherToolCompressed() {
        Path zip = Tampering.write(folder.resolve("other.zip"), Tampering.compressed(Tampering.files()));

        assertThat(BundleReader.read(zip).manifest().digest())
                .isEqualTo(TinyBundles.bundle().manifest().digest());
    }

    @Test
    void filesThatTheManifestDoesNotListAreNoPartOfTheBundle() {
        SortedMap<String, byte[]> files = Tampering.files();
        files.put("notes.txt", new byte[] {1});

        assertThat(BundleReader.load("b", files).document("notes.txt")).isEmpty();
    }

    @Test
    void documentsAreHandedOutAsCopies() {
        ModelBundle bundle =
                ModelBundle.of(TinyBundles.content(Map.of("a.txt", "text".getBytes(StandardCharsets.UTF_8))));

        bundle.document("a.txt").orElseThrow()[0] = 'X';

        assertThat(bundle.document("a.txt").orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("text");
    }

    @Test
    void refusesWhatIsNoBundle() throws Exception {
        assertRefused(() -> BundleReader.read(folder.resolve("nothing")), "no_such_bundle", "does not exist");
        assertRefused(() -> BundleReader.read(folder), "not_a_bundle", "has no manifest.json");
        Path text = Tampering.write(folder.resolve("text.zip"), "no zip".getBytes(StandardCharsets.UTF_8));
        assertRefused(() -> BundleReader.read(text), "not_a_bundle", "directory or zip");
        Path empty = Tampering.write(folder.resolve("empty.zip"), new byte[0]);
        assertRefused(() -> BundleReader.read(empty), "not_a_bundle", "directory or zip");
        Path foreign = Tampering.write(
                folder.resolve("foreign.zip"), Tampering.compressed(new TreeMap<>(Map.of("a.txt", new byte[1]))));
        assertRefused(() -> BundleReader.read(foreign), "not_a_bundle", "has no manifest.json");
        Path web = Files.createDirectory(folder.resolve("web"));
        Tampering.write(web.resolve("manifest.json"), "{\"name\": \"an app\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(() -> BundleReader.read(web), "not_a_bundle", "states no formatVersion");
    }

    @ParameterizedTest
    @CsvSource({"2", "7", "999999999999999999999"})
    void refusesANewerFormatBeforeItReadsAnythingElse(String version) {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of(
                BundleManifest.FILE,
                ("{\"formatVersion\" : " + version + ", \"unheardOf\": [}").getBytes(StandardCharsets.UTF_8)));

        assertRefused(files, "newer_bundle", "reads format 1", "use a newer Holdfast");
    }

    @Test
    void refusesTheFormatFromBeforeFormatsWereKept() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(Map.of(BundleManifest.FILE, "{\"formatVersion\": 0}".getBytes(StandardCharsets.UTF_8)));

        assertRefused(files, "older_bundle", "b has bundle format 0", "reads format 1", "train the model again");
    }

    @Test
    void refusesByNameWhatANewerSoftwareAddedToTheFormat() {
        SortedMap<String, byte[]> files = Tampering.files();
        BundleManifest old = Tampering.manifest(files);
        BundleManifest newer = new BundleManifest(
                old.formatVersion(),
                new TreeSet<>(Set.of("splines")),
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
                old.files());

        assertRefused(
                Tampering.withManifest(files, newer), "newer_bundle", "b needs 'splines'", "use a newer Holdfast");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"needs\": [ ]   | \"needs\": [\"\"]              | altered_bundle",
                "\"needs\": [ ]   | \"needs\": null              | bad_manifest",
                "\"needs\": [ ]   | \"needs\": [\"b\", \"a\"]        | altered_bundle",
                "\"seed\": 1      | \"seed\": \"1\"               | bad_manifest",
                "\"seed\": 1      | \"seed\": 1.0                 | bad_manifest",
                "\"seed\": 1      | \"seed\": null                | bad_manifest",
                "\"seed\": 1      | \"seed\": 1, \"sed\": 1       | bad_manifest",
                "\"seed\": 1      | \"seed\": 1, \"seed\": 1      | bad_manifest",
                "\"tiny-1\"       | null                          | bad_manifest",
                "\"tiny-1\"       | \"tiny-2\"                    | altered_bundle",
                "\"seed\": 1      | \"seed\":  1                  | altered_bundle",
                "2026-01-31T12:00 | 2026-02-31T12:00              | bad_manifest",
                "2026-01-31T12:00 | 2026-01-31 12:00              | bad_manifest",
            })
    void refusesAManifestThatIsNotAsItWasWritten(String before, String after, String code) {
        SortedMap<String, byte[]> files = Tampering.files();
        String manifest = Tampering.text(files, BundleManifest.FILE);
        assertThat(manifest).contains(before);
        files.put(BundleManifest.FILE, manifest.replace(before, after).getBytes(StandardCharsets.UTF_8));

        assertRefused(files, code, "b");
    }

    @Test
    void refusesAManifestThatListsTooLittle() {
        SortedMap<String, byte[]> files = Tampering.files();
        SortedMap<String, String> digests =
                new TreeMap<>(Tampering.manifest(files).files());
        digests.remove("self-test.csv");

        assertRefused(Tampering.withManifest(files, digests), "bad_manifest", "does not list self-test.csv");
    }

    @Test
    void aFileIsLookedUpByNameAndNeverByPath() {
        SortedMap<String, byte[]> files = Tampering.files();
        SortedMap<String, String> digests =
                new TreeMap<>(Tampering.manifest(files).files());
        digests.put("../../etc/passwd", Sha256.hex(new byte[0]));

        assertRefused(Tampering.withManifest(files, digests), "truncated_bundle", "../../etc/passwd is missing");
    }

    @Test
    void refusesAnotherModelThanAnnounced() {
        SortedMap<String, byte[]> files = Tampering.files();
        BundleManifest old = Tampering.manifest(files);
        BundleManifest renamed = new BundleManifest(
                old.formatVersion(),
                old.needs(),
                "other",
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
                old.files());

        assertRefused(Tampering.withManifest(files, renamed), "bad_model", "not the model other");
    }

    @Test
    void refusesAModelOfAnotherClassWithoutInitialisingIt() {
        System.clearProperty(Trap.SPRUNG);
        ModelProto trap = ModelProto.newBuilder()
                .setVersion(0)
                .setClassName(Trap.class.getName())
                .build();

        assertRefused(
                Tampering.forged("model.tribuo", trap.toByteArray()),
                "foreign_model",
                Trap.class.getName(),
                AdditiveModel.class.getName());
        assertThat(System.getProperty(Trap.SPRUNG)).isNull();

        // What would have happened had the file been handed to Tribuo.
        assertThatThrownBy(() -> Model.deserialize(trap)).isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty(Trap.SPRUNG)).isEqualTo("yes");
    }

    @Test
    void refusesAModelThatCannotBeRead() {
        assertRefused(Tampering.forged("model.tribuo", new byte[] {1, 2, 3}), "bad_model", "model.tribuo");
        assertRefused(Tampering.forged("model.tribuo", new byte[0]), "foreign_model", "holds a ''");
        ModelProto good = TinyBundles.content().model().serialize();
        assertRefused(
                Tampering.forged(
                        "model.tribuo", good.toBuilder().setVersion(1).build().toByteArray()),
                "bad_model",
                "version 1 (expected: 0");
        ByteString cut = good.getSerializedData().getValue();
        assertRefused(
                Tampering.forged(
                        "model.tribuo",
                        good.toBuilder()
                                .setSerializedData(
                                        good.getSerializedData().toBuilder().setValue(cut.substring(0, cut.size() / 2)))
                                .build()
                                .toByteArray()),
                "bad_model",
                "model.tribuo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataset.yaml   | monthly_charge:       | other_charge:          | columns",
                "dataset.yaml   | kind: flag            | kind: category         | -",
                "dataset.yaml   | kind: number          | kind: category         | -",
                "dataset.yaml   | horizonDays: 30       | horizonDays: 31        | horizon",
                "dataset.yaml   | leadDays: 7           | leadDays: 8            | lead",
                "dataset.yaml   | validDays: 14         | validDays: 15          | validity",
                "dataset.yaml   | language: en          | estimand: no-care      | estimand",
                "reference.json | \"name\": \"support\" | \"name\": \"helpdesk\" | columns",
            })
    void refusesPartsThatSpeakOfDifferentThings(String file, String before, String after, String what) {
        SortedMap<String, byte[]> files = Tampering.forged(file, text -> text.replaceFirst(before, after));

        if (what.equals("-")) {
            // A unit or a value on a category is the description's own fault, a flag's levels also fit a category.
            assertThat(catchCode(files)).isIn("column_rule", "");
        } else {
            assertRefused(files, "bad_model", "do not say the same of the " + what);
        }
    }

    private static String catchCode(SortedMap<String, byte[]> files) {
        try {
            BundleReader.load("b", files);
            return "";
        } catch (InputException e) {
            return e.code();
        }
    }

    @Test
    void refusesAKindThatTheModelDoesNotCode() {
        assertRefused(
                Tampering.forged(
                        "dataset.yaml",
                        text -> text.replace("names: {en: Technical support, zh-CN: 技术支持}", "")
                                .replaceAll(
                                        "(?s)(support:.*?kind: )category(.*?)levels:.*?(\n  paperless)",
                                        "$1number$2$3")),
                "bad_model",
                "kind of support");
        assertRefused(
                Tampering.forged(
                        "dataset.yaml",
                        text -> text.replaceAll(
                                "(?s)(contract:\\s+role: feature\\s+kind: )category(.*?)levels:.*?(\n  support:)",
                                "$1flag$2$3")),
                "bad_model",
                "kind of contract");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rows\": 100      | \"rows\": 0        | rows: 0",
                "\"positives\": 25 | \"positives\": 101 | positives: 101",
                "\"rows\": 100      | \"rows\": \"400\"  | rows: not of the expected type",
                "\"rows\": 100      | \"rows\": null     | null",
                "\"logOdds\": \\[ - | \"logOdds\": [ 1e999, - | beyond what a double can hold",
                "\"logOdds\": \\[ - | \"logOdds\": [ 9.0, -   | finite and ascending",
                "\"fingerprints\": \\[ \" | \"fingerprints\": [ \"ffffffffffffffff\", \" | fingerprints",
            })
    void refusesAReferenceThatCannotBe(String before, String after, String words) {
        assertRefused(
                Tampering.forged("reference.json", text -> text.replaceFirst(before, after)),
                "bad_json",
                "b/reference.json",
                words);
    }

    @Test
    void refusesAReferenceWithBinsThatTheModelDoesNotHave() {
        assertRefused(
                Tampering.forged(
                        "reference.json", text -> text.replaceFirst("\"binCounts\": \\[ ", "\"binCounts\": [ 0, ")),
                "bad_model",
                "bins of tenure");
        assertRefused(
                Tampering.forged(
                        "reference.json", text -> text.replaceFirst("\"binCounts\": \\[ ", "\"binCounts\": [ -")),
                "bad_json",
                "binCounts of tenure");
    }
}
