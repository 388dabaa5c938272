package io.holdfast.serving.http;

import io.holdfast.serving.store.Store;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;

/** Answers to whoever keeps the server running. */
final class HealthRoutes {
    private final StoreAccess access;
    private volatile boolean stopping;

    HealthRoutes(StoreAccess access) {
        this.access = access;
    }

    /** {@code GET /health/live}: the process answers. Looks at nothing else, so that no fault elsewhere gets it killed. */
    void live(Context ctx) throws IOException {
        Replies.write(ctx, 200, MediaTypes.JSON, status("live"));
    }

    /**
     * {@code GET /health/ready}: a model is loaded, which is so from the first moment on, the store takes writes, if there is one, and the server is
     * not about to stop.
     */
    void ready(Context ctx) throws IOException {
        if (stopping) {
            throw new ProblemException(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "stopping",
                            "The server is stopping (expected: another one).",
                            "服务器正在停止（应为：另一台服务器）。")
                    .withRetryAfter(1));
        }
        if (!access.store().map(Store::isReady).orElse(true)) {
            throw new ProblemException(Problems.storeUnavailable());
        }
        Replies.write(ctx, 200, MediaTypes.JSON, status("ready"));
    }

    void stopping() {
        stopping = true;
    }

    private static byte[] status(String status) {
        return ("{\"status\": \"" + status + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }
}
