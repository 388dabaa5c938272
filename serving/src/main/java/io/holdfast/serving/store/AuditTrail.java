package io.holdfast.serving.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.StatementContext;

/** Who did what when: lines that are only ever added, each with the hash of the one before. Thread-safe. */
public final class AuditTrail {
    private static final int FETCHED = 1000;

    private final Connections connections;

    AuditTrail(Connections connections) {
        this.connections = connections;
    }

    /** Makes servers that share a database take turns from here to the end of the transaction: what is read next is what all before have left. */
    static void takeTurn(Handle handle) {
        handle.execute("update audit_head set seq = seq where id = 1");
    }

    /** Adds a line within the transaction of what it tells. The row of the head makes servers that share a database take turns. */
    static void append(Handle handle, Instant at, String actor, String event, String subject, String detail) {
        handle.execute("update audit_head set seq = seq + 1 where id = 1");
        Head head = handle.createQuery("select seq, hash from audit_head where id = 1")
                .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
                .one();
        Instant exact = Micros.instant(Micros.of(at));
        String hash = AuditEntry.hash(head.hash(), head.seq(), exact, actor, event, subject, detail);
        handle.createUpdate("insert into audit (seq, at, actor, event, subject, detail, previous, hash)"
                        + " values (:seq, :at, :actor, :event, :subject, :detail, :previous, :hash)")
                .bind("seq", head.seq())
                .bind("at", Micros.of(at))
                .bind("actor", actor)
                .bind("event", event)
                .bind("subject", subject)
                .bind("detail", detail)
                .bind("previous", head.hash())
                .bind("hash", hash)
                .execute();
        handle.createUpdate("update audit_head set hash = :hash where id = 1")
                .bind("hash", hash)
                .execute();
    }

    private record Head(long seq, String hash) {}

    /** Follows the chain from its begin to its end. */
    public AuditVerdict verify() {
        return connections.snapshot(AuditTrail::verify);
    }

    private static AuditVerdict verify(Handle handle) {
        String previous = "";
        long expected = 1;
        try (ResultIterator<AuditEntry> entries = handle.createQuery("select * from audit order by seq")
                .setFetchSize(FETCHED)
                .map(AuditTrail::entry)
                .iterator()) {
            while (entries.hasNext()) {
                AuditEntry entry = entries.next();
                if (entry.sequence() != expected
                        || !entry.previous().equals(previous)
                        || !entry.hash().equals(entry.expectedHash())) {
                    return new AuditVerdict(expected - 1, previous, OptionalLong.of(expected));
                }
                previous = entry.hash();
                expected++;
            }
        }
        String end = previous;
        long last = expected - 1;
        boolean complete = handle.createQuery("select seq, hash from audit_head where id = 1")
                .map((row, context) ->
                        row.getLong("seq") == last && row.getString("hash").equals(end))
                .one();
        return new AuditVerdict(last, end, complete ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    /** The last lines about a subject, oldest first. */
    static List<AuditEntry> about(Handle handle, String subject) {
        return handle.createQuery("select * from audit where subject = :subject order by seq")
                .bind("subject", subject)
                .map(AuditTrail::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                Micros.instant(row.getLong("at")),
                row.getString("actor"),
                row.getString("event"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
