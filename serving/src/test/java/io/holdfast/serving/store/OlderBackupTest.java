package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that the first version wrote, with rows. */
final class OlderBackupTest {
    private static final Instant REFUSED = PlansOf.NOW.minusSeconds(60);
    private static final Instant AGREED = PlansOf.NOW.minusSeconds(30);

    @TempDir
    private Path folder;

    private Path backup;

    private static Consent consent(String channel, boolean granted, Instant said) {
        return new Consent("A", Consent.CARE, channel, granted, said, "letter");
    }

    /** What was said is so since then, and bars the call that was planned. */
    private static void requireConsents(Store store) {
        JsonNode rows =
                store.people().export("A", PlansOf.WRITING).orElseThrow().get("consent");
        assertThat(rows)
                .extracting(row -> row.get("channel").asText() + " "
                        + row.get("said_at").asText() + " " + row.get("since").asText())
                .containsExactly("email " + AGREED + " " + AGREED, "phone " + REFUSED + " " + REFUSED);
        assertThat(store.work().query(WorkQuery.all().ofCustomer("A"), PlansOf.NOW))
                .isEmpty();
        assertThat(store.work().query(WorkQuery.all().ofCustomer("A").in(WorkStatus.CLOSED), PlansOf.NOW))
                .singleElement()
                .satisfies(item -> assertThat(item.disposition()).contains("opted_out"));
    }

    /** The rows of a store of today, as far as the first version had columns for them. */
    @BeforeEach
    void writeWithTheFirstVersion() throws SQLException {
        Path today = folder.resolve("today.db");
        try (Store store = Store.open(new StoreLocation.SqliteFile(today))) {
            store.plans()
                    .keep(
                            PlansOf.plan("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B")),
                            PlansOf.WRITING);
            store.contacts().consent(consent("phone", false, REFUSED), PlansOf.WRITING);
            store.contacts().consent(consent("email", true, AGREED), PlansOf.WRITING);
        }
        backup = folder.resolve("first.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + backup, null, null)
                .locations("classpath:io/holdfast/serving/store/migration")
                .table("holdfast_migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute("attach database '" + today + "' as today");
            statement.execute("delete from audit_head");
            for (String table : StoreCopy.TABLES) {
                String columns = String.join(", ", columns(statement, table));
                if (!columns.isEmpty()) {
                    statement.execute("insert or ignore into main." + table + " (" + columns + ") select " + columns
                            + " from today." + table);
                }
            }
        }
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select name from pragma_table_info('" + table + "', 'main')")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static StoreLocation at(Path file) {
        return new StoreLocation.SqliteFile(file);
    }

    @Test
    void areRestoredIntoAStoreOfToday() {
        try (Store store = Store.open(at(folder.resolve("new.db")))) {
            assertThat(store.restore(backup)).isGreaterThan(10);
            requireConsents(store);

            assertThat(store.people().look(List.of("A", "B"), PlansOf.NOW))
                    .allSatisfy(state -> assertThat(state.decision()).isPresent());
            assertThat(store.audit().verify().isWhole()).isTrue();
            assertThat(store.audit().verify().entries()).isPositive();
            assertThat(store.outcomes()
                            .addAll(List.of(OutcomesOf.left("o-1", "A", PlansOf.NOW)), PlansOf.WRITING)
                            .get(0)
                            .written())
                    .isTrue();
        }
        requireAsItWas();
    }

    @Test
    void areVerifiedAsTheyStand() {
        try (Store store = Store.openBackup(at(backup))) {
            assertThat(store.audit().verify().isWhole()).isTrue();
            assertThat(store.audit().verify().entries()).isPositive();
            assertThat(store.plans().find("d-1")).isPresent();
        }
        requireAsItWas();
    }

    @Test
    void leaveNothingOfTheirCopyBehind() {
        OlderBackup copy = OlderBackup.of(new StoreLocation.SqliteFile(backup));
        Path file = copy.location().file();
        assertThat(file).isNotEmptyFile();

        copy.close();

        assertThat(file.getParent()).doesNotExist();
    }

    /** Still of the first version. */
    private void requireAsItWas() {
        assertThatThrownBy(() -> Store.openToRead(at(backup)).close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("of an older version");
    }

    @Test
    void areCompletedWhereAServerOpensThem() {
        try (Store store = Store.open(at(backup))) {
            assertThat(store.plans().find("d-1").orElseThrow().action()).contains("bill-review");
            assertThat(store.effectData(PlansOf.NOW).units()).hasSize(2);
            requireConsents(store);
        }
    }

    @Test
    void areNotWhatIsNoStore() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));

        assertThatThrownBy(() -> Store.openBackup(at(empty)).close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no store yet");
    }
}
