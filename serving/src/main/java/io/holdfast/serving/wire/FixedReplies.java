package io.holdfast.serving.wire;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.util.EnumMap;
import java.util.Map;

/** Replies that stay the same while a model serves, written once. Immutable and thread-safe. */
public final class FixedReplies {
    private final int validDays;
    private final Map<Language, byte[]> schemas = new EnumMap<>(Language.class);
    private final Map<Language, byte[]> samples = new EnumMap<>(Language.class);

    /**
     * Writes the replies about a bundle's model.
     *
     * @param snapshot whether the server has one
     */
    public FixedReplies(ModelBundle bundle, boolean snapshot) {
        validDays = bundle.manifest().validDays();
        for (Language language : Language.values()) {
            schemas.put(language, SchemaReply.write(bundle, language));
            samples.put(language, SampleRequest.write(bundle, language, snapshot));
        }
    }

    /** What a customer's features may hold: the JSON of {@code GET /v1/schema}. */
    public byte[] schema(Language language) {
        return in(schemas, language);
    }

    /** A request that works when posted back: the JSON of {@code GET /v1/sample-request}. */
    public byte[] sampleRequest(Language language) {
        return in(samples, language);
    }

    /** What a snapshot is: the JSON of {@code POST /v1/snapshot:reload}. */
    public byte[] snapshot(CustomerSnapshot snapshot) {
        return StrictJson.write(ModelReply.facts(snapshot, validDays));
    }

    private static byte[] in(Map<Language, byte[]> replies, Language language) {
        byte[] reply = replies.get(language);
        if (reply == null) {
            throw new IllegalStateException("every language has its reply");
        }
        return reply.clone();
    }
}
