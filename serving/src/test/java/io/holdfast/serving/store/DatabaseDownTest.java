package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without its database a store says so at once, and is there again when the database is. */
final class DatabaseDownTest {
    @TempDir
    Path directory;

    @Tag("slow")
    @Test
    void saysSoAndLosesNothing() throws Exception {
        EmbeddedPostgres server = TestDatabase.start();
        StoreLocation location = TestDatabase.location(server, "postgres");
        try (Store store = Store.open(location)) {
            store.contacts().add(contact("k-1", "C-1", "hello"), WRITING);
            assertThat(store.isReady()).isTrue();

            server.close();

            assertThatThrownBy(() -> store.contacts().add(contact("k-2", "C-1", "hello"), WRITING))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store.people().look(List.of("C-1"), NOW))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        assertThatThrownBy(() -> Store.open(location))
                .hasMessageContaining("cannot be opened")
                .hasMessageContaining(StoreLocation.PASSWORD);
    }

    @Test
    void readsWhereAStoreIs() {
        assertThat(StoreLocation.parse("a/b.db", Map.of())).isEqualTo(new StoreLocation.SqliteFile(Path.of("a/b.db")));
        StoreLocation postgres = StoreLocation.parse(
                "jdbc:postgresql://db/holdfast", Map.of(StoreLocation.USER, "care", StoreLocation.PASSWORD, "secret"));
        assertThat(postgres).isEqualTo(new StoreLocation.Postgres("jdbc:postgresql://db/holdfast", "care", "secret"));
        assertThat(postgres.toString() + postgres.name()).doesNotContain("secret");
        assertThatThrownBy(() -> StoreLocation.parse("jdbc:postgresql://db/x?user=u&password=p", Map.of()))
                .hasMessageContaining("environment variable");
        assertThatThrownBy(() -> StoreLocation.parse("jdbc:h2:mem:x", Map.of()))
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void isOneProcesss() {
        StoreLocation location = TestDatabase.sqlite(directory);
        try (Store first = Store.open(location)) {
            first.contacts().add(contact("k-1", "C-1", "hello"), WRITING);
            assertThatThrownBy(() -> Store.open(location))
                    .hasMessageContaining("in use by a running server")
                    .hasMessageContaining("--server URL");
            try (Store beside = Store.openToRead(location)) {
                assertThat(beside.contacts().of("C-1")).hasSize(1);
                beside.backUp(directory.resolve("copy.db"));
            }
        }
        Store.open(location).close();
        assertThatThrownBy(() -> Store.openToRead(new StoreLocation.SqliteFile(directory.resolve("none.db"))))
                .hasMessageContaining("there is no store");
        assertThatThrownBy(() -> Store.open(new StoreLocation.SqliteFile(directory.resolve("no/where.db"))))
                .hasMessageContaining("expected the folder");
    }
}
