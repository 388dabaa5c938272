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
    void keepsTheKeysWhileTheFileIsGoneOrDamaged() throws IOException {
        store().add("crm", Scope.SCORE_READ);
        KeyRing ring = KeyRing.of(store(), nanos::get);
        ApiKeys before = ring.keys();

        Files.delete(store().file());
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys()).isSameAs(before);

        Files.writeString(store().file(), "{");
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys()).isSameAs(before);

        Files.delete(store().file());
        store().add("another", Scope.SCORE_READ);
        pass(Duration.ofSeconds(2));
        assertThat(ring.keys().all()).extracting(ApiKey::name).containsExactly("another");
    }
}
