package io.holdfast.serving.wire;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.util.Optional;

/** Writes what a server says of its model and snapshot, which changes only with the snapshot. Thread-safe. */
public final class ModelReplies {
    private final ModelBundle bundle;
    private final Optional<Playbook> playbook;
    private final long bodyBytes;

    /**
     * @param playbook by which care is decided, if any
     * @param bodyBytes the most bytes of a request's body
     */
    public ModelReplies(ModelBundle bundle, Optional<Playbook> playbook, long bodyBytes) {
        this.bundle = bundle;
        this.playbook = playbook;
        this.bodyBytes = bodyBytes;
    }

    /** The JSON of {@code GET /v1/model}. */
    public byte[] model(Optional<CustomerSnapshot> snapshot) {
        return ModelReply.write(bundle, playbook, bodyBytes, snapshot);
    }
}
