package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.http.DirectStore;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Asks a store, directly or through a server, what the routes of a server answer. */
interface StoreClient extends AutoCloseable {
    /**
     * Asks.
     *
     * @param path of a route
     * @param body of the request
     * @throws io.holdfast.scoring.fault.InputException with the sentence of the problem where there is one
     */
    JsonNode post(String path, ObjectNode body);

    /**
     * Asks what care brought about.
     *
     * @param plan only this one's
     * @param by codes of the cuts to explore by
     * @param page whether the answer is to hold the page for people too, in the field {@code page}
     */
    JsonNode effects(Optional<String> plan, List<String> by, boolean page);

    /**
     * What somebody wants to know about leaving.
     *
     * @param month that it is about; the latest that has ended where none is named
     * @param interviews drawn in each segment
     * @param seed of the draw
     */
    record DiagnosisCall(Optional<YearMonth> month, int interviews, long seed) {}

    /** Asks why customers leave. */
    JsonNode diagnosis(DiagnosisCall call, boolean page);

    @Override
    void close();

    /** One that asks the store itself. */
    static StoreClient of(DirectStore store) {
        return new StoreClient() {
            @Override
            public JsonNode post(String path, ObjectNode body) {
                return StrictJson.read("the answer", store.post(path, StrictJson.write(body)), JsonNode.class);
            }

            @Override
            public JsonNode effects(Optional<String> plan, List<String> by, boolean page) {
                return LongAnswer.read("the answer", store.effects(plan, by, page));
            }

            @Override
            public JsonNode diagnosis(DiagnosisCall call, boolean page) {
                return LongAnswer.read(
                        "the answer", store.diagnosis(call.month(), call.interviews(), call.seed(), page));
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
