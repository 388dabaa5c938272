package io.holdfast.serving.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00.123Z");

    @TempDir
    Path directory;

    private KeyStore store() {
        return KeyStore.at(directory.resolve("of/mine/keys.json"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void beginsEmpty() {
        assertThat(store().read().isEmpty()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void knowsAKeyByItsHashOnly() throws Exception {
        NewKey added = store().add("crm", Scope.SCORE_READ, Scope.MODEL_READ);
        String secret = added.text().split("_", -1)[2];
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(added.text().getBytes(StandardCharsets.US_ASCII));

        assertThat(added.text()).matches("hfk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        assertThat(Files.readString(store().file()))
                .contains(HexFormat.of().formatHex(hash), added.key().id(), "score:read", "2026-02-01T12:00:00Z")
                .doesNotContain(secret, added.text());
        assertThat(store().read().verify(added.text(), NOW)).contains(added.key());
        assertThat(added).asString().doesNotContain(secret);
    }

    @Test
    void keepsTheFileAndItsFolderToItsOwner() throws IOException {
        store().add("crm", Scope.SCORE_READ);
        store().add("crm too", Scope.SCORE_READ);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store().file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(store().file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFileThatOthersMayChange() throws IOException {
        store().add("crm", Scope.SCORE_READ);
        Files.setPosixFilePermissions(store().file(), PosixFilePermissions.fromString("rw-rw----"));

        assertThatThrownBy(() -> store().read())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("can be changed by other users (rw-rw----); expected: chmod 600 keys.json");
    }

    @Test
    void takesAKeyAwayByItsId() throws IOException {
        NewKey first = store().add("crm", Scope.SCORE_READ);
        NewKey second = store().add("dashboard", Scope.MODEL_READ);

        assertThat(store().revoke(first.key().id())).contains(first.key());

        assertThat(store().read().all()).containsExactly(second.key());
        assertThat(store().read().verify(first.text(), NOW)).isEmpty();
        assertThat(store().revoke(first.key().id())).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void hasNothingToRevokeWhereThereIsNoFile() {
        assertThat(store().revoke("4fT9aXq2")).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void tellsKeysApartAndForgetsNone() {
        List<NewKey> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(store().add("client " + i, Scope.SCORE_READ));
        }
        ApiKeys keys = store().read();

        assertThat(keys.all())
                .extracting(ApiKey::name)
                .containsExactly("client 0", "client 1", "client 2", "client 3", "client 4");
        for (NewKey key : added) {
            assertThat(keys.verify(key.text(), NOW)).contains(key.key());
        }
    }

    @Test
    void losesNoKeyWhenSeveralAreAddedAtOnce() {
        List<CompletableFuture<NewKey>> added = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "client " + i;
            added.add(CompletableFuture.supplyAsync(() -> store().add(name, Scope.SCORE_READ)));
        }
        added.forEach(CompletableFuture::join);

        assertThat(store().read().all()).hasSize(12);
    }

    @Test
    void endsAKeyWithItsTime() {
        NewKey key = store().add("crm", Duration.ofHours(1), Scope.SCORE_READ);
        Instant end = Instant.parse("2026-02-01T13:00:00Z");
        ApiKeys keys = store().read();

        assertThat(key.key().expiresAt()).contains(end);
        assertThat(keys.verify(key.text(), end.minusMillis(1))).isPresent();
        assertThat(keys.verify(key.text(), end)).isEmpty();
    }

    @Test
    void knowsNoKeyThatIsOnlyAlmostTheSame() {
        NewKey key = store().add("crm", Scope.SCORE_READ);
        NewKey other = store().add("other", Scope.SCORE_READ);
        ApiKeys keys = store().read();
        String text = key.text();
        // The id of one key with the secret and check of another.
        String crossed = "hfk_" + key.key().id() + other.text().substring(12);

        assertThat(keys.verify(crossed, NOW)).isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char changed = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(keys.verify(text.substring(0, i) + changed + text.substring(i + 1), NOW))
                    .isEmpty();
        }
        assertThat(keys.verify("", NOW)).isEmpty();
        assertThat(keys.verify(text + "\n", NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "\u001b[31m", "\u202e", "\ud800"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> store().add(name, Scope.SCORE_READ))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 to 64 printable characters");
        assertThat(store().file()).doesNotExist();
    }

    @Test
    void refusesAKeyThatOpensNothing() {
        assertThatThrownBy(() -> store().add("crm"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected: score:read, model:read");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | bad_key_file",
                "{ | bad_key_file",
                "{\"formatVersion\": 2, \"keys\": []} | unknown_key_format",
                "{\"formatVersion\": 1} | bad_key_file",
                "{\"formatVersion\": 1, \"keys\": [], \"more\": 1} | bad_key_file",
                "{\"formatVersion\": 1, \"keys\": [KEY, KEY]} | bad_key_file",
                "{\"formatVersion\": 1, \"keys\": [KEY:all]} | unknown_scope",
                "{\"formatVersion\": 1, \"keys\": [KEY@noon]} | bad_key_file"
            })
    void saysWhatIsWrongWithAFile(String content, String code) throws IOException {
        String key =
                "{\"id\": \"a\", \"name\": \"n\", \"sha256\": \"00\", \"scopes\": [\"SCOPE\"], \"createdAt\": \"TIME\", \"expiresAt\": null}";
        String json = content.replace("KEY:all", key.replace("SCOPE", "all"))
                .replace("KEY@noon", key.replace("TIME", "noon"))
                .replace("KEY", key)
                .replace("SCOPE", "score:read")
                .replace("TIME", "2026-01-01T00:00:00Z");
        Path file = Files.writeString(directory.resolve("keys.json"), json);
        KeyStore store = KeyStore.at(file);

        assertThatThrownBy(store::read)
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining("keys.json");
        assertThatThrownBy(() -> store.add("crm", Scope.SCORE_READ)).isInstanceOf(InputException.class);
        assertThat(file).hasContent(json);
    }
}
