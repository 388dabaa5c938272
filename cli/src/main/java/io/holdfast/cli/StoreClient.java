package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.http.DirectStore;

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
            public void close() {
                store.close();
            }
        };
    }
}
