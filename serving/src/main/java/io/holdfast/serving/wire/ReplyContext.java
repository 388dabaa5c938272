package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.Language;

/**
 * What a reply says about itself.
 *
 * @param requestId names the request in logs
 * @param language of all texts
 */
public record ReplyContext(String requestId, Language language) {}
