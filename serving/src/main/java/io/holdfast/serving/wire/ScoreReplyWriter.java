package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.serving.answer.AnswerStatus;
import io.holdfast.serving.answer.CustomerAnswer;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the reply of {@code POST /v1/scores}: the same answers give the same bytes. Thread-safe. */
public final class ScoreReplyWriter {
    private static final int FIRST_BLOCK = 4096;

    private final ObjectMapper json = StrictJson.strict(StreamReadConstraints.defaults());

    private final ScoredWriter scoredWriter;

    /** The same in every reply, so written once. */
    private final SerializedString model;

    /** A writer of replies about one bundle's scores. */
    public ScoreReplyWriter(ModelBundle bundle) {
        scoredWriter = new ScoredWriter(bundle);
        try {
            model = new SerializedString(json.writeValueAsString(ModelFacts.of(bundle)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The reply as UTF-8, one entry per answer, in order.
     *
     * @param planned by customer id, what plans have decided, which then stands instead of what the playbook alone would say; empty without a store
     */
    public byte[] write(
            List<CustomerAnswer> answers, Optional<Map<String, PlannedCare>> planned, ReplyContext context) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(FIRST_BLOCK)) {
            try (JsonGenerator out = json.createGenerator((OutputStream) bytes)) {
                writeReply(out, answers, planned, context);
            }
            return bytes.getClearAndRelease();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeReply(
            JsonGenerator out,
            List<CustomerAnswer> answers,
            Optional<Map<String, PlannedCare>> planned,
            ReplyContext context)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("contractVersion", Contract.VERSION);
        out.writeStringField("requestId", context.requestId());
        out.writeStringField("language", context.language().tag());
        out.writeFieldName("model");
        out.writeRawValue(model);
        writeSnapshot(out, context.snapshot());
        writeSummary(out, answers);
        out.writeArrayFieldStart("results");
        for (CustomerAnswer answer : answers) {
            if (answer instanceof CustomerAnswer.Scored scored) {
                String id = scored.score().customer().id();
                scoredWriter.write(out, scored, planned.map(care -> care.get(id)), context.language());
            } else if (answer instanceof CustomerAnswer.Refused refused) {
                writeUnscored(out, refused.id(), answer.status(), refused.refusal(), refused.pointer(), context);
            } else if (answer instanceof CustomerAnswer.Excluded excluded) {
                Optional<String> id = Optional.of(excluded.id());
                writeUnscored(out, id, answer.status(), excluded.refusal(), excluded.pointer(), context);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeSummary(JsonGenerator out, List<CustomerAnswer> answers) throws IOException {
        out.writeObjectFieldStart("summary");
        for (AnswerStatus status : AnswerStatus.values()) {
            int count = 0;
            for (CustomerAnswer answer : answers) {
                count += answer.status() == status ? 1 : 0;
            }
            out.writeNumberField(status.code(), count);
        }
        out.writeEndObject();
    }

    private static void writeUnscored(
            JsonGenerator out,
            Optional<String> id,
            AnswerStatus status,
            Refusal refusal,
            String pointer,
            ReplyContext context)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("customerId", id.orElse(null));
        out.writeStringField("status", status.code());
        out.writeObjectFieldStart("error");
        out.writeStringField("code", refusal.code());
        out.writeStringField("pointer", pointer);
        out.writeStringField("message", refusal.message(context.language()));
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeSnapshot(JsonGenerator out, Optional<CustomerSnapshot> snapshot) throws IOException {
        out.writeFieldName("snapshot");
        if (snapshot.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("asOf", snapshot.get().asOf().toString());
        out.writeStringField("digest", snapshot.get().digest());
        out.writeEndObject();
    }
}
