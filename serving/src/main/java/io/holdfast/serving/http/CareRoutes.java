package io.holdfast.serving.http;

import io.holdfast.serving.wire.CareReplies;
import io.holdfast.serving.wire.Contract;
import io.holdfast.serving.wire.CustomerReplies;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.WorkRequests;
import java.util.List;

/** Answers about the care that is decided. */
final class CareRoutes {
    private CareRoutes() {}

    /** {@code POST /v1/care:lookup}. */
    static byte[] lookup(DocumentCall call) throws MalformedRequestException {
        call.body().requireOnly("customerIds", "language");
        List<String> ids = call.body().customerIds("customerIds", Contract.MOST_CUSTOMERS);
        return CareReplies.lookup(call.store().people().lookUp(ids, call.now()), call.reasons(), call.reply());
    }

    /** {@code POST /v1/decisions:override}. */
    static byte[] override(DocumentCall call) throws MalformedRequestException {
        WorkRequests.Overriding override = WorkRequests.override(call.body(), call.actions());
        call.store()
                .plans()
                .override(
                        override.decisionId(), override.action(), override.reason(), override.agent(), call.writing());
        return CustomerReplies.overridden(override.decisionId(), call.reply());
    }
}
