package io.holdfast.serving.store;

import io.holdfast.scoring.fault.InputException;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a store to the tables that this version knows; the same files for every database. */
final class Migration {
    private static final String FILES = "classpath:io/holdfast/serving/store/migration";
    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private final Flyway flyway;
    private final String store;

    /** By connections of its own, since it needs several at a time. */
    Migration(StoreLocation location) {
        this.store = location.name();
        this.flyway = (location instanceof StoreLocation.Postgres postgres
                        ? Flyway.configure().dataSource(postgres.url(), postgres.user(), postgres.password())
                        : Flyway.configure().dataSource(Pools.migrating(location)))
                .locations(FILES)
                .table("holdfast_migration")
                .loggers("slf4j")
                .load();
    }

    /**
     * Makes or completes the tables.
     *
     * @throws InputException when a newer version has been here, or the tables are others
     */
    void migrate() {
        try {
            requireNotNewer();
            flyway.migrate();
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    /**
     * Checks that there is nothing to do.
     *
     * @throws InputException when there is
     */
    void requireCurrent() {
        try {
            requireNotNewer();
            if (flyway.info().pending().length > 0) {
                throw new InputException(
                        "store_outdated",
                        "the store " + store
                                + " is no store yet, or of an older version; expected one that 'holdfast serve"
                                + " --store' has opened");
            }
            flyway.validate();
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    /** Whether an earlier version made it, so that {@link #migrate()} has something to do. */
    boolean isOlder() {
        try {
            return flyway.info().applied().length > 0 && flyway.info().pending().length > 0;
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    private void requireNotNewer() {
        if (Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).anyMatch(NEWER::contains)) {
            throw new InputException(
                    "store_too_new",
                    "the store " + store + " was written by a newer version of holdfast; expected that version");
        }
    }

    private InputException unusable(FlywayException e) {
        return new InputException(
                "store_unusable",
                "the database " + store
                        + " cannot be used as a store; expected an empty one, or one that holdfast made",
                e);
    }
}
