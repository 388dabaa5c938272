package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cuts the tiny bundle short everywhere, and changes every byte of it. */
class BundleDamageTest {
    /** Of bytes, where not all are tried: prime, lest it keep step with the content. */
    private static final int STEP = 5;

    private final SortedMap<String, byte[]> whole = Tampering.files();
    private final byte[] zip = BundleZip.write(whole);

    /** The bundle, if it loads; any failure but the product's own sentence fails the test. */
    private static Optional<ModelBundle> loaded(Supplier<ModelBundle> load, String what) {
        try {
            return Optional.of(load.get());
        } catch (InputException e) {
            assertThat(e.getMessage()).as(what).isNotBlank().doesNotContain("Exception", "java.", "`");
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= (byte) (1 << at % 8);
        return changed;
    }

    private static ModelBundle load(byte[] zipped) {
        try {
            return BundleReader.load("b", BundleSource.unzip("b", zipped));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesEveryPrefixOfAZip() {
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThat(loaded(() -> load(cut), "first " + length + " bytes"))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void refusesAZipWithAnyByteChanged() {
        assertThat(loaded(() -> load(zip), "whole")).isPresent();
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = flipped(zip, at);
            assertThat(loaded(() -> load(changed), "byte " + at))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @Test
    void refusesAZipWithAnythingBehindIt() {
        byte[] longer = Arrays.copyOf(zip, zip.length + 1);

        assertThat(loaded(() -> load(longer), "longer")).isEmpty();
    }

    @Test
    void refusesPrefixesOfEveryFile() {
        refusesPrefixes(STEP);
    }

    @Tag("slow")
    @Test
    void refusesEveryPrefixOfEveryFile() {
        refusesPrefixes(1);
    }

    private void refusesPrefixes(int step) {
        whole.forEach((name, content) -> {
            for (int length = 0; length < content.length; length += step) {
                SortedMap<String, byte[]> files = new TreeMap<>(whole);
                files.put(name, Arrays.copyOf(content, length));
                assertThat(loaded(() -> BundleReader.load("b", files), name + " cut at " + length))
                        .as("first %d bytes of %s", length, name)
                        .isEmpty();
            }
        });
    }

    @Test
    void refusesChangesOfBytesOfAnyFileButTheTrainingTime() {
        refusesChanges(STEP);
    }

    @Tag("slow")
    @Test
    void refusesAChangeOfAnyByteOfAnyFileButTheTrainingTime() {
        refusesChanges(1);
    }

    private void refusesChanges(int step) {
        String manifest = Tampering.text(whole, BundleManifest.FILE);
        String time = TinyBundles.TRAINED_AT.toString();
        int from = manifest.indexOf(time);
        ModelBundle original = BundleReader.load("b", whole);
        whole.forEach((name, content) -> {
            for (int at = 0; at < content.length; at += step) {
                SortedMap<String, byte[]> files = new TreeMap<>(whole);
                files.put(name, flipped(content, at));
                String what = "byte " + at + " of " + name;
                Optional<ModelBundle> bundle = loaded(() -> BundleReader.load("b", files), what);
                if (name.equals(BundleManifest.FILE) && at >= from && at < from + time.length()) {
                    bundle.ifPresent(other -> assertSameButForTheTime(original, other));
                } else {
                    assertThat(bundle).as(what).isEmpty();
                }
            }
        });
    }

    /** The training time is outside the digest, so that the same training gives the same digest tomorrow. */
    private static void assertSameButForTheTime(ModelBundle one, ModelBundle other) {
        assertThat(other.manifest().trainedAt()).isNotEqualTo(one.manifest().trainedAt());
        assertThat(other.manifest().digest()).isEqualTo(one.manifest().digest());
        assertThat(new Scorer(other).score(customer()).logOdds())
                .isEqualTo(new Scorer(one).score(customer()).logOdds());
    }

    private static CustomerRecord customer() {
        return TinyBundles.built(TinyBundles.risky("C-1"));
    }

    @Test
    void refusesABundleWithAnyFileMissing() {
        for (String name : whole.keySet()) {
            SortedMap<String, byte[]> files = new TreeMap<>(whole);
            files.remove(name);

            assertThat(catchThrowable(() -> BundleReader.load("b", files)))
                    .as(name)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void theSentenceNamesTheFileThatWasChanged() {
        whole.keySet().stream()
                .filter(name -> !name.equals(BundleManifest.FILE))
                .forEach(name -> {
                    SortedMap<String, byte[]> files = new TreeMap<>(whole);
                    files.put(name, "something else".getBytes(StandardCharsets.UTF_8));

                    assertThat(catchThrowable(() -> BundleReader.load("b", files)))
                            .hasMessage("b: the file " + name
                                    + " was altered or cut short (its SHA-256 is not the manifest's)");
                });
    }
}
