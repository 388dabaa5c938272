package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    @TempDir
    private Path folder;

    @Test
    void showsTheKeyOnceAndKeepsItsHash() throws Exception {
        Path file = folder.resolve("keys.json");

        CommandRun run = CommandRun.of("keys", "add", "crm", "--keys", file);

        String key = run.out().strip();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(file)).doesNotContain(key);
        assertThat(KeyStore.at(file).read().verify(key, Instant.now()))
                .hasValueSatisfying(known -> assertThat(known.scopes()).containsExactly(Scope.values()));
        assertThat(run.err()).contains("shown once", file.toString());
    }

    @Test
    void grantsOnlyTheScopesNamed() {
        Path file = folder.resolve("keys.json");

        String key = CommandRun.of(
                        "keys", "add", "dashboard", "--keys", file, "--scope", "model:read", "--expires-days", "90")
                .out()
                .strip();

        assertThat(KeyStore.at(file).read().verify(key, Instant.now()))
                .hasValueSatisfying(known -> assertThat(known.scopes()).containsExactly(Scope.MODEL_READ));
        assertThat(KeyStore.at(file).read().verify(key, Instant.now().plusSeconds(91L * 24 * 3600)))
                .isEmpty();
    }

    @Test
    void aNameThatCannotBeShownIsRefused() {
        CommandRun run = CommandRun.of("keys", "add", " ", "--keys", folder.resolve("keys.json"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
