package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.answer.AnswerStatus;
import io.holdfast.serving.answer.CustomerAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the reply of {@code POST /v1/scores}: the same answers give the same bytes. Thread-safe. */
public final class ScoreReplyWriter {
    private static final int FIRST_BLOCK = 4096;

    private final JsonFactory json =
            StrictJson.strict(StreamReadConstraints.defaults()).getFactory();
    private final ModelFacts model;

    /** A writer of replies about one bundle's scores. */
    public ScoreReplyWriter(ModelBundle bundle) {
        model = ModelFacts.of(bundle);
    }

    /** The reply as UTF-8, one entry per answer, in order. */
    public byte[] write(List<CustomerAnswer> answers, ReplyContext context) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(FIRST_BLOCK)) {
            try (JsonGenerator out = json.createGenerator(bytes)) {
                writeReply(out, answers, context);
            }
            return bytes.getClearAndRelease();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeReply(JsonGenerator out, List<CustomerAnswer> answers, ReplyContext context) throws IOException {
        out.writeStartObject();
        out.writeStringField("contractVersion", Contract.VERSION);
        out.writeStringField("requestId", context.requestId());
        out.writeStringField("language", context.language().tag());
        writeModel(out);
        writeSummary(out, answers);
        out.writeArrayFieldStart("results");
        for (CustomerAnswer answer : answers) {
            if (answer instanceof CustomerAnswer.Scored scored) {
                ScoredWriter.write(out, scored, context.language());
            } else if (answer instanceof CustomerAnswer.Refused refused) {
                writeRefused(out, refused);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void writeModel(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("model");
        out.writeStringField("id", model.id());
        out.writeStringField("digest", model.digest());
        out.writeStringField("trainedAt", model.trainedAt());
        writeDays(out, "horizonDays", model.horizonDays());
        writeDays(out, "leadDays", model.leadDays());
        out.writeStringField("estimand", model.estimand());
        out.writeObjectFieldStart("bands");
        out.writeNumberField("elevated", model.bands().elevated());
        out.writeNumberField("high", model.bands().high());
        out.writeNumberField("critical", model.bands().critical());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeDays(JsonGenerator out, String name, @Nullable Integer days) throws IOException {
        if (days == null) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, days);
        }
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

    private static void writeRefused(JsonGenerator out, CustomerAnswer.Refused refused) throws IOException {
        out.writeStartObject();
        if (refused.id().isPresent()) {
            out.writeStringField("customerId", refused.id().get());
        } else {
            out.writeNullField("customerId");
        }
        out.writeStringField("status", refused.status().code());
        out.writeObjectFieldStart("error");
        out.writeStringField("code", refused.refusal().code());
        out.writeStringField("pointer", refused.pointer());
        out.writeStringField("message", refused.refusal().message());
        out.writeEndObject();
        out.writeEndObject();
    }
}
