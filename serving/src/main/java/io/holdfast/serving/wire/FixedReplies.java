package io.holdfast.serving.wire;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Replies that stay the same while a model serves, written once. Immutable and thread-safe. */
public final class FixedReplies {
    private final byte[] model;
    private final Map<Language, byte[]> schemas = new EnumMap<>(Language.class);
    private final Map<Language, byte[]> samples = new EnumMap<>(Language.class);

    /**
     * @param playbook by which care is decided, if any
     * @param bodyBytes the most bytes of a request's body
     */
    public FixedReplies(ModelBundle bundle, Optional<Playbook> playbook, long bodyBytes) {
        model = ModelReply.write(bundle, playbook, bodyBytes);
        for (Language language : Language.values()) {
            schemas.put(language, SchemaReply.write(bundle, language));
            samples.put(language, SampleRequest.write(bundle, language));
        }
    }

    /** What the model is: the JSON of {@code GET /v1/model}. */
    public byte[] model() {
        return model.clone();
    }

    /** What a customer's features may hold: the JSON of {@code GET /v1/schema}. */
    public byte[] schema(Language language) {
        return in(schemas, language);
    }

    /** A request that works when posted back: the JSON of {@code GET /v1/sample-request}. */
    public byte[] sampleRequest(Language language) {
        return in(samples, language);
    }

    private static byte[] in(Map<Language, byte[]> replies, Language language) {
        byte[] reply = replies.get(language);
        if (reply == null) {
            throw new IllegalStateException("every language has its reply");
        }
        return reply.clone();
    }
}
