package io.holdfast.serving.store;

import io.holdfast.care.diagnosis.DiagnosisData;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What has to outlast the process. Every write is on the disk before it returns. Thread-safe. */
public final class Store implements AutoCloseable {
    private static final long PROBED = Duration.ofSeconds(1).toNanos();

    private final StoreLocation location;
    private final Connections connections;
    private final @Nullable StoreLock lock;
    private final @Nullable OlderBackup copy;
    private final AtomicLong goodUntil = new AtomicLong(System.nanoTime());

    private Store(
            StoreLocation location, Connections connections, @Nullable StoreLock lock, @Nullable OlderBackup copy) {
        this.location = location;
        this.connections = connections;
        this.lock = lock;
        this.copy = copy;
    }

    /**
     * Opens a store for reading and writing, and makes or completes its tables. A file is then this process's alone.
     *
     * @throws InputException when it cannot be opened, is of a newer version, or another process has it
     */
    public static Store open(StoreLocation location) {
        @Nullable
        StoreLock lock = location instanceof StoreLocation.SqliteFile sqlite ? StoreLock.take(sqlite.file()) : null;
        try {
            Connections connections = Connections.open(location);
            try {
                new Migration(location).migrate();
                return new Store(location, connections, lock, null);
            } catch (RuntimeException e) {
                connections.close();
                throw e;
            }
        } catch (RuntimeException e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    /**
     * Opens a store that is there already beside whoever writes it, to look at it.
     *
     * @throws InputException when there is none, or it is of another version
     */
    public static Store openToRead(StoreLocation location) {
        requireThere(location);
        return openToRead(location, null);
    }

    /**
     * The same of a file that an earlier version may have written, as backups are: it stays as it is, and a copy with today's tables is looked at.
     *
     * @throws InputException when there is none, or it is of a newer version
     */
    public static Store openBackup(StoreLocation location) {
        requireThere(location);
        if (location instanceof StoreLocation.SqliteFile sqlite && new Migration(location).isOlder()) {
            OlderBackup copy = OlderBackup.of(sqlite);
            try {
                return openToRead(copy.location(), copy);
            } catch (RuntimeException e) {
                copy.close();
                throw e;
            }
        }
        return openToRead(location, null);
    }

    private static Store openToRead(StoreLocation location, @Nullable OlderBackup copy) {
        Connections connections = Connections.open(location);
        try {
            new Migration(location).requireCurrent();
            return new Store(location, connections, null, copy);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /**
     * Checks that a store of one file is there, for whoever would otherwise make an empty one by a slip of the pen. A database is asked when it is opened.
     *
     * @throws InputException when it is not
     */
    public static void requireThere(StoreLocation location) {
        if (location instanceof StoreLocation.SqliteFile sqlite && Files.notExists(sqlite.file())) {
            throw new InputException(
                    "no_such_store",
                    "there is no store " + sqlite.file()
                            + "; expected one that 'holdfast serve --store' or 'holdfast plan --store' made");
        }
    }

    /** Plans and decisions. */
    public Plans plans() {
        return new Plans(connections);
    }

    /** Work items. */
    public WorkList work() {
        return new WorkList(connections);
    }

    /** Contacts and consent. */
    public ContactLog contacts() {
        return new ContactLog(connections);
    }

    /** What became of customers. */
    public Outcomes outcomes() {
        return new Outcomes(connections);
    }

    /**
     * What effects are computed from, as it stands at one moment.
     *
     * @param now what is said to have been reported later does not close a window
     */
    public EffectData effectData(Instant now) {
        return connections.snapshot(handle -> EffectRows.read(handle, now));
    }

    /** The same for people, who want to know what the actions are. */
    public Named<EffectData> namedEffectData(Instant now) {
        return connections.snapshot(handle -> new Named<>(EffectRows.read(handle, now), Decisions.actionTexts(handle)));
    }

    /** Whether there is a plan of this id, all pieces of a large one being one. */
    public boolean isPlan(String planId) {
        return connections.read(handle -> EffectRows.isPlan(handle, planId));
    }

    /**
     * What a diagnosis is made of, as it stands at one moment.
     *
     * @param now what is said to have happened later is not looked at
     */
    public Named<DiagnosisData> diagnosisData(Instant now) {
        return connections.snapshot(
                handle -> new Named<>(DiagnosisRows.read(handle, now), Decisions.actionTexts(handle)));
    }

    /** Customers as persons. */
    public People people() {
        return new People(connections);
    }

    /** Who was assigned care, and who was held out instead. */
    public CareLog careLog() {
        return new CareLog(connections);
    }

    /** Who did what when. */
    public AuditTrail audit() {
        return new AuditTrail(connections);
    }

    /** Whether the store takes writes now; asks the database at most once a second. */
    public boolean isReady() {
        long now = System.nanoTime();
        if (now - goodUntil.get() < 0) {
            return true;
        }
        try {
            connections.write(handle -> handle.execute("update audit_head set seq = seq where id = 1"));
            // Readers have connections of their own, which come back later than the writer's.
            connections.read(handle -> handle.createQuery("select count(*) from store_fact")
                    .mapTo(Integer.class)
                    .one());
            goodUntil.set(System.nanoTime() + PROBED);
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /**
     * Copies everything, as it is at one moment, into a new SQLite file, which is a store of its own. Whoever writes the store is not disturbed.
     *
     * @param target must not exist yet
     * @throws InputException when it exists or cannot be written
     */
    public void backUp(Path target) {
        if (Files.exists(target)) {
            throw new InputException("already_exists", "cannot write " + target + ": it exists already");
        }
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            if (location instanceof StoreLocation.SqliteFile) {
                connections.vacuumInto(part);
            } else {
                try (Store copy = open(new StoreLocation.SqliteFile(part))) {
                    copy.takeOver(connections);
                }
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".lock"));
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target);
        } catch (IOException e) {
            throw new InputException(
                    "not_writable",
                    "cannot write " + target + "; expected a folder that exists, can be written and has room",
                    e);
        }
    }

    /**
     * Takes over everything from a backup.
     *
     * @param backup a store's file, also of an earlier version
     * @return the number of rows
     * @throws InputException when this store is not empty, or that is no store
     */
    public long restore(Path backup) {
        try (Store from = openBackup(new StoreLocation.SqliteFile(backup))) {
            return takeOver(from.connections);
        }
    }

    private long takeOver(Connections from) {
        return from.snapshot(reading -> connections.write(writing -> {
            if (!StoreCopy.isEmpty(writing)) {
                throw new InputException(
                        "store_not_empty",
                        "the store " + location.name() + " holds something already; expected an empty one");
            }
            return StoreCopy.copy(reading, writing);
        }));
    }

    /** What stands beneath, for tests that look into it. */
    Connections connections() {
        return connections;
    }

    /** For tests that need the database to be other than it was written. */
    void damage(GroupCommit.Write<Integer> change) {
        connections.write(change);
    }

    /** Finishes what is being written, and lets go of the store. */
    @Override
    public void close() {
        connections.close();
        if (lock != null) {
            lock.close();
        }
        if (copy != null) {
            copy.close();
        }
    }
}
