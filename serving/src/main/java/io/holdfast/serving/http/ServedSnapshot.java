package io.holdfast.serving.http;

import io.holdfast.serving.snapshot.CustomerSnapshot;
import io.holdfast.serving.snapshot.SnapshotReader;
import io.holdfast.serving.wire.ModelReplies;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<Current> current;

    /** What changes at once. */
    private record Current(Optional<CustomerSnapshot> snapshot, byte[] model) {}

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
        this.current = new AtomicReference<>(current(reader.map(this::read)));
    }

    private Current current(Optional<CustomerSnapshot> snapshot) {
        return new Current(snapshot, replies.model(snapshot));
    }

    private CustomerSnapshot read(SnapshotReader from) {
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
        return current.get().snapshot();
    }

    /** The JSON of {@code GET /v1/model}. */
    byte[] model() {
        return current.get().model();
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
            CustomerSnapshot read = read(from);
            current.set(current(Optional.of(read)));
            return read;
        } finally {
            loading.unlock();
        }
    }
}
