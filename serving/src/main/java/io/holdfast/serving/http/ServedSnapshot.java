package io.holdfast.serving.http;

import io.holdfast.serving.snapshot.CustomerSnapshot;
import io.holdfast.serving.snapshot.SnapshotReader;
import io.holdfast.serving.wire.ModelReplies;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshot that answers now, if the server has any, and what {@code GET /v1/model} says of it. Both change at once, when somebody says so and the new
 * file is good; whoever asked before keeps what was there then. Thread-safe.
 */
final class ServedSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger(ServedSnapshot.class);

    private final Optional<SnapshotReader> reader;
    private final ModelReplies replies;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Current current;

    /** What changes at once. */
    private static final class Current {
        private final Optional<CustomerSnapshot> snapshot;
        private final byte[] model;

        private Current(Optional<CustomerSnapshot> snapshot, byte[] model) {
            this.snapshot = snapshot;
            this.model = model;
        }
    }

    /**
     * Loads the snapshot.
     *
     * @param reader of its file; none for a server without one
     * @throws io.holdfast.scoring.fault.InputException when the file is no snapshot for the model
     */
    ServedSnapshot(Optional<SnapshotReader> reader, ModelReplies replies, Clock clock) {
        this.reader = reader;
        this.replies = replies;
        this.clock = clock;
        Optional<CustomerSnapshot> first = reader.map(from -> read(from, clock));
        this.current = new Current(first, replies.model(first));
    }

    private static CustomerSnapshot read(SnapshotReader from, Clock clock) {
        CustomerSnapshot read = from.read(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LOG.info(
                "Snapshot as of {} with {} rows, digest {}, takes {} MB",
                read.asOf(),
                read.rows(),
                read.digest(),
                read.memory() >> 20);
        return read;
    }

    Optional<CustomerSnapshot> now() {
        return current.snapshot;
    }

    /** The JSON of {@code GET /v1/model}. */
    byte[] model() {
        return current.model;
    }

    /**
     * Reads the file anew, and answers from it from then on; the old one stays where that fails.
     *
     * @throws ProblemException when there is no file, or somebody else is loading it
     * @throws io.holdfast.scoring.fault.InputException when it is no snapshot for the model
     */
    CustomerSnapshot reload() {
        SnapshotReader from = reader.orElseThrow(() -> new ProblemException(Problems.noSnapshot()));
        // Each loading takes memory for another snapshot, so a second one does not even wait.
        if (!loading.tryLock()) {
            throw new ProblemException(Problems.snapshotLoading());
        }
        try {
            CustomerSnapshot read = read(from, clock);
            current = new Current(Optional.of(read), replies.model(Optional.of(read)));
            return read;
        } finally {
            loading.unlock();
        }
    }
}
