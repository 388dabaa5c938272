package io.holdfast.serving.http;

import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.OutcomeReceipt;
import io.holdfast.serving.wire.Contract;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.OutcomeReplies;
import io.holdfast.serving.wire.OutcomeRequests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Takes what became of customers. */
final class OutcomeRoutes {
    /** Of the route of a single one. */
    static final String PATH = "/v1/outcomes/{outcomeId}";

    private OutcomeRoutes() {}

    /** {@code POST /v1/outcomes}: many, each taken or refused alone. */
    static byte[] report(DocumentCall call) throws MalformedRequestException {
        List<Document> rows = call.body().documents("outcomes", Contract.MOST_CUSTOMERS);
        call.body().requireNothingElse();
        List<Optional<MalformedRequestException>> faults = new ArrayList<>(rows.size());
        List<Outcome> legible = new ArrayList<>(rows.size());
        for (Document row : rows) {
            try {
                legible.add(OutcomeRequests.outcome(row, call.now()));
                faults.add(Optional.empty());
            } catch (MalformedRequestException e) {
                faults.add(Optional.of(e));
            }
        }
        Iterator<OutcomeReceipt> receipts =
                call.store().outcomes().addAll(legible, call.writing()).iterator();
        OutcomeReplies replies = new OutcomeReplies(call.reply().language());
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).isPresent()) {
                MalformedRequestException fault = faults.get(i).get();
                replies.refused(fault.code(), fault.pointer(), fault.detail());
            } else {
                replies.add(receipts.next(), "/outcomes/" + i);
            }
        }
        return replies.write(call.reply().requestId());
    }

    /** {@code PUT /v1/outcomes/{outcomeId}}: one, or the problem with it. */
    static byte[] put(DocumentCall call, String path) throws MalformedRequestException {
        String outcomeId = path.substring(PATH.indexOf('{'));
        Outcome outcome = OutcomeRequests.outcome(call.body(), outcomeId, call.now());
        OutcomeReceipt receipt =
                call.store().outcomes().addAll(List.of(outcome), call.writing()).get(0);
        if (receipt.refusal().isPresent()) {
            throw receipt.refusal().get();
        }
        return OutcomeReplies.single(outcomeId, receipt, call.reply());
    }
}
