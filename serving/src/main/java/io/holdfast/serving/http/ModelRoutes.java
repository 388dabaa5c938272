package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.javalin.http.Context;
import java.io.IOException;

/** Answers about the model. */
final class ModelRoutes {
    private final ServedModel served;

    ModelRoutes(ServedModel served) {
        this.served = served;
    }

    /** {@code GET /v1/model}. */
    void model(Context ctx) throws IOException {
        Replies.write(ctx, 200, MediaTypes.JSON, served.snapshot().model());
    }

    /** {@code GET /v1/schema}. */
    void schema(Context ctx) throws IOException {
        Language language = Replies.language(ctx, served.language());
        Replies.write(ctx, language, served.fixed().schema(language));
    }

    /** {@code GET /v1/sample-request}. */
    void sampleRequest(Context ctx) throws IOException {
        Language language = Replies.language(ctx, served.language());
        Replies.write(ctx, language, served.fixed().sampleRequest(language));
    }
}
