package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What effects are computed from, on PostgreSQL. */
@Tag("slow")
final class PostgresEffectRowsTest extends EffectRowsContract {
    @Test
    void waitsForADatabaseThatSorts() {
        assertThat(timeout(true)).isEqualTo(600_000);
        assertThat(timeout(false)).as("given back").isEqualTo(20_000);
    }

    private int timeout(boolean snapshot) {
        Function<Handle, Integer> ask = handle -> {
            try {
                return handle.getConnection().getNetworkTimeout();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        return snapshot
                ? store.connections().snapshot(ask)
                : store.connections().read(ask);
    }

    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
