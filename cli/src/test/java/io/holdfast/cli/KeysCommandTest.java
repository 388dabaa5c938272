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
                .hasValueSatisfying(known -> assertThat(known.scopes()).containsExactlyElementsOf(Scope.usual()));
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
    void listsAndRevokesThem() {
        Path file = folder.resolve("keys.json");
        String first = CommandRun.of("keys", "add", "crm", "--keys", file).out().strip();
        CommandRun.of("keys", "add", "dashboard", "--keys", file, "--scope", "model:read", "--expires-days", "1");
        String id = first.split("_", -1)[1];

        CommandRun list = CommandRun.of("keys", "list", "--keys", file);
        assertThat(list.exitCode()).isZero();
        assertThat(list.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches(id + "\tcrm\tscore:read,model:read\tmade \\S+Z\tvalid for ever");
        assertThat(list.out()).contains("valid until ").doesNotContain(first.split("_", -1)[2]);

        CommandRun revoked = CommandRun.of("keys", "revoke", id, "--keys", file);
        assertThat(revoked.exitCode()).isZero();
        assertThat(revoked.err()).isEqualToIgnoringNewLines("Revoked the key " + id + " of crm.");
        assertThat(CommandRun.of("keys", "list", "--keys", file).out())
                .contains("dashboard")
                .doesNotContain("crm");

        CommandRun again = CommandRun.of("keys", "revoke", id, "--keys", file);
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err().lines()).singleElement().asString().contains("holds no key with the id '" + id + "'");
    }

    @Test
    void saysThatThereAreNone() {
        CommandRun list = CommandRun.of("keys", "list", "--keys", folder.resolve("keys.json"));

        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).isEmpty();
        assertThat(list.err()).contains("There are no keys in ", "keys.json");
    }

    @Test
    void aNameThatCannotBeShownIsRefused() {
        CommandRun run = CommandRun.of("keys", "add", " ", "--keys", folder.resolve("keys.json"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
