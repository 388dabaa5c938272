package io.holdfast.serving.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyRingTest {
    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private KeyStore store() {
        return KeyStore.at(directory.resolve("keys.json"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void looksAtTheFileOnceASecond() {
        KeyRing ring = KeyRing.of(store(), nanos::get);
        store().add("crm", Scope.SCORE_READ);

        assertThat(ring.keys().isEmpty()).isTrue();
        pass(Duration.ofMillis(999));
        assertThat(ring.keys().isEmpty()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(ring.keys().all()).hasSize(1);
    }

    @Test
    void revokesAllKeysWhenTheFileGoesOrIsEmptied() throws IOException {
        for (String content : new String[] {"", "{\"formatVersion\": 1, \"keys\": []}", "gone"}) {
            store().add("crm", Scope.SCORE_READ);
            KeyRing ring = KeyRing.of(store(), nanos::get);
            assertThat(ring.keys().all()).hasSize(1);

            if (content.equals("gone")) {
                Files.delete(store().file());
            } else {
                Files.writeString(store().file(), content);
            }
            pass(Duration.ofSeconds(2));
            assertThat(ring.keys().isEmpty()).as(content).isTrue();
            assertThat(ring.hasSeenFile()).isTrue();

            Files.deleteIfExists(store().file());
            store().add("another", Scope.SCORE_READ);
            pass(Duration.ofSeconds(2));
            assertThat(ring.keys().all()).extracting(ApiKey::name).containsExactly("another");
            Files.delete(store().file());
        }
    }

    @Test
    void knowsWhetherThereEverWasAFile() {
        KeyRing ring = KeyRing.of(store(), nanos::get);
        assertThat(ring.hasSeenFile()).isFalse();

        store().add("crm", Scope.SCORE_READ);
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys().all()).hasSize(1);
        assertThat(ring.hasSeenFile()).isTrue();
    }

    @Test
    void keepsTheKeysWhileTheFileIsDamaged() throws IOException {
        store().add("crm", Scope.SCORE_READ);
        KeyRing ring = KeyRing.of(store(), nanos::get);
        ApiKeys before = ring.keys();

        Files.writeString(store().file(), "{");
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys()).isSameAs(before);

        Files.delete(store().file());
        store().add("another", Scope.SCORE_READ);
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys().all()).extracting(ApiKey::name).containsExactly("another");
    }
}
