package io.holdfast.serving.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Makes pools of connections. */
final class Pools {
    private static final int BUSY_MILLIS = 5_000;
    /** Longer than a moment of trouble, shorter than a client's patience. */
    private static final int CONNECT_MILLIS = 3_000;
    /** A database that is silent for so long is down. */
    private static final int SILENT_SECONDS = 20;

    /** Where it has to sort everything, it is silent until it has. */
    static final int SORTING_MILLIS = 600_000;

    private static final int READERS = 4;

    private Pools() {}

    static HikariDataSource writer(StoreLocation location) {
        return pool("writer", location, 1, TransactionMode.IMMEDIATE, false);
    }

    static HikariDataSource readers(StoreLocation location) {
        return pool("readers", location, READERS, TransactionMode.DEFERRED, true);
    }

    private static HikariDataSource pool(
            String name, StoreLocation location, int most, TransactionMode mode, boolean queryOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("holdfast-store-" + name);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        if (location instanceof StoreLocation.SqliteFile sqlite) {
            config.setDataSource(sqlite(sqlite.file(), mode));
        } else if (location instanceof StoreLocation.Postgres postgres) {
            config.setJdbcUrl(postgres.url());
            if (!postgres.user().isEmpty()) {
                config.setUsername(postgres.user());
            }
            if (!postgres.password().isEmpty()) {
                config.setPassword(postgres.password());
            }
            config.setReadOnly(queryOnly);
            config.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_MILLIS / 1000));
            config.addDataSourceProperty("socketTimeout", Integer.toString(SILENT_SECONDS));
            config.addDataSourceProperty("logServerErrorDetail", "false");
            config.addDataSourceProperty("ApplicationName", "holdfast");
        }
        return new HikariDataSource(config);
    }

    /** Connections to a file, one at a time. */
    static DataSource migrating(StoreLocation location) {
        if (location instanceof StoreLocation.SqliteFile sqlite) {
            return sqlite(sqlite.file(), TransactionMode.IMMEDIATE);
        }
        throw new IllegalArgumentException("location: " + location.name() + " (expected: a file)");
    }

    /** Every commit is on the disk before it is acknowledged. */
    private static DataSource sqlite(Path file, TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
