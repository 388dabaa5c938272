package io.holdfast.serving.http;

import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.OutcomeFlag;
import io.holdfast.serving.store.RowOutcome;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.OutcomeReply;
import io.holdfast.serving.wire.OutcomeRequests;
import io.holdfast.serving.wire.RowReplies;
import java.util.List;
import java.util.stream.IntStream;

/** Takes what became of customers. */
final class OutcomeRoutes {
    /** Of the route of a single one. */
    static final String PATH = "/v1/outcomes/{outcomeId}";

    private OutcomeRoutes() {}

    /** {@code POST /v1/outcomes}: many. */
    static byte[] report(DocumentCall call) throws MalformedRequestException {
        return EachRow.of(
                call,
                "outcomes",
                row -> OutcomeRequests.outcome(row, call.now()),
                outcomes -> written(call, outcomes),
                new RowReplies(call.reply(), true));
    }

    /** {@code PUT /v1/outcomes/{outcomeId}}: one, or the problem with it. */
    static byte[] put(DocumentCall call, String path) throws MalformedRequestException {
        String outcomeId = path.substring(PATH.indexOf('{'));
        Outcome outcome = OutcomeRequests.outcome(call.body(), outcomeId, call.now());
        RowOutcome written = written(call, List.of(outcome)).get(0);
        if (written.refusal().isPresent()) {
            throw written.refusal().get();
        }
        return OutcomeReply.write(outcomeId, written, call.reply());
    }

    /** A reason that nobody knows is taken: another model may, and diagnoses count it by its code. */
    private static List<RowOutcome> written(DocumentCall call, List<Outcome> outcomes) {
        List<RowOutcome> written = call.store().outcomes().addAll(outcomes, call.writing());
        return IntStream.range(0, outcomes.size())
                .mapToObj(row -> outcomes.get(row)
                        .reason()
                        .filter(code -> !call.reasons().has(code))
                        .map(code -> written.get(row).with(OutcomeFlag.UNKNOWN_REASON))
                        .orElse(written.get(row)))
                .toList();
    }
}
