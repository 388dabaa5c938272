package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.serving.answer.AnswerStatus;
import io.holdfast.serving.answer.CustomerAnswer;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the reply of {@code POST /v1/scores}: the same answers give the same bytes. Thread-safe. */
public final class ScoreReplyWriter {
    private final ScoredWriter scoredWriter;

    /** The same in every reply, so written once. */
    private final byte[] model;

    /** A writer of replies about one bundle's scores. */
    public ScoreReplyWriter(ModelBundle bundle) {
        scoredWriter = new ScoredWriter(bundle);
        try {
            model = StrictJson.strict(StreamReadConstraints.defaults()).writeValueAsBytes(ModelFacts.of(bundle));
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
        JsonBytes out = new JsonBytes();
        writeReply(out, answers, planned, context);
        return out.toBytes();
    }

    private void writeReply(
            JsonBytes out,
            List<CustomerAnswer> answers,
            Optional<Map<String, PlannedCare>> planned,
            ReplyContext context) {
        out.object();
        out.name("contractVersion").text(Contract.VERSION);
        out.name("requestId").text(context.requestId());
        out.name("language").text(context.language().tag());
        out.name("model").json(model);
        writeSnapshot(out, context.snapshot());
        writeSummary(out, answers);
        out.name("results").array();
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
        out.endArray();
        out.endObject();
    }

    private static void writeSummary(JsonBytes out, List<CustomerAnswer> answers) {
        out.name("summary").object();
        for (AnswerStatus status : AnswerStatus.values()) {
            int count = 0;
            for (CustomerAnswer answer : answers) {
                count += answer.status() == status ? 1 : 0;
            }
            out.name(status.code()).number(count);
        }
        out.endObject();
    }

    private static void writeUnscored(
            JsonBytes out,
            Optional<String> id,
            AnswerStatus status,
            Refusal refusal,
            String pointer,
            ReplyContext context) {
        out.object();
        out.name("customerId").text(id.orElse(null));
        out.name("status").text(status.code());
        out.name("error").object();
        out.name("code").text(refusal.code());
        out.name("pointer").text(pointer);
        out.name("message").text(refusal.message(context.language()));
        out.endObject();
        out.endObject();
    }

    private static void writeSnapshot(JsonBytes out, Optional<CustomerSnapshot> snapshot) {
        out.name("snapshot");
        if (snapshot.isEmpty()) {
            out.nothing();
            return;
        }
        out.object();
        out.name("asOf").text(snapshot.get().asOf().toString());
        out.name("digest").text(snapshot.get().digest());
        out.endObject();
    }
}
