package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.RowOutcome;
import java.util.List;

/** The reply about a single outcome that was taken. */
public final class OutcomeReply {
    private OutcomeReply() {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "outcomeId", "status", "flags"})
    record Body(
            String contractVersion,
            String requestId,
            String language,
            String outcomeId,
            String status,
            List<String> flags) {}

    /** The reply as UTF-8. */
    public static byte[] write(String outcomeId, RowOutcome outcome, ReplyContext context) {
        return StrictJson.write(new Body(
                Contract.VERSION,
                context.requestId(),
                context.language().tag(),
                outcomeId,
                RowReplies.status(outcome),
                RowReplies.flags(outcome)));
    }
}
