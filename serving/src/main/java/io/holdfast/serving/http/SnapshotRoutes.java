package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets operators change the snapshot. */
final class SnapshotRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotRoutes.class);

    private final ServedModel served;

    SnapshotRoutes(ServedModel served) {
        this.served = served;
    }

    /** {@code POST /v1/snapshot:reload}. */
    void reload(Context ctx) throws IOException {
        requireNothing(BodyHandler.body(ctx.req()));
        try {
            Replies.write(
                    ctx,
                    200,
                    MediaTypes.JSON,
                    served.fixed().snapshot(served.snapshot().reload()));
        } catch (InputException e) {
            LOG.warn("The new snapshot cannot be used, the old one goes on: {}", e.getMessage());
            throw new ProblemException(Problems.snapshotUnusable(e));
        }
    }

    /** Clients that always send a body send an empty object. */
    private static void requireNothing(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!text.isEmpty() && !text.matches("\\{\\s*\\}")) {
            throw new ProblemException(Problems.bodyNotExpected());
        }
    }
}
