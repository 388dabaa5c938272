package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.util.Optional;

/**
 * What a reply says about itself.
 *
 * @param requestId names the request in logs
 * @param language of all texts
 * @param snapshot that values came from, if any did
 */
public record ReplyContext(String requestId, Language language, Optional<CustomerSnapshot> snapshot) {
    /** A reply for which no snapshot was asked. */
    public ReplyContext(String requestId, Language language) {
        this(requestId, language, Optional.empty());
    }
}
