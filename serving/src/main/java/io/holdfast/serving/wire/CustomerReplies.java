package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.Merged;

/** Writes replies about customers as persons, and other small ones. */
public final class CustomerReplies {
    private CustomerReplies() {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "customerId", "changed"})
    record MergeReply(String contractVersion, String requestId, String language, String customerId, boolean changed) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "customerId", "rows"})
    record Erased(String contractVersion, String requestId, String language, String customerId, int rows) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "customerId", "data"})
    record Exported(String contractVersion, String requestId, String language, String customerId, ObjectNode data) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "owner", "left"})
    record Marked(String contractVersion, String requestId, String language, String owner, boolean left) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "decisionId"})
    record Overridden(String contractVersion, String requestId, String language, String decisionId) {}

    /** Two ids are one customer. */
    public static byte[] merged(Merged merged, ReplyContext context) {
        return StrictJson.write(new MergeReply(
                Contract.VERSION,
                context.requestId(),
                context.language().tag(),
                merged.customerId(),
                merged.changed()));
    }

    /** Everything is erased. */
    public static byte[] erased(String id, int rows, ReplyContext context) {
        return StrictJson.write(new Erased(
                Contract.VERSION, context.requestId(), context.language().tag(), id, rows));
    }

    /** Everything that is held. */
    public static byte[] exported(String id, ObjectNode data, ReplyContext context) {
        return StrictJson.write(new Exported(
                Contract.VERSION, context.requestId(), context.language().tag(), id, data));
    }

    /** An owner is marked. */
    public static byte[] marked(WorkRequests.Owner owner, ReplyContext context) {
        return StrictJson.write(new Marked(
                Contract.VERSION, context.requestId(), context.language().tag(), owner.owner(), owner.left()));
    }

    /** A decision is overridden. */
    public static byte[] overridden(String decisionId, ReplyContext context) {
        return StrictJson.write(new Overridden(
                Contract.VERSION, context.requestId(), context.language().tag(), decisionId));
    }
}
