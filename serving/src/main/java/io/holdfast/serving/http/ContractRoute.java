package io.holdfast.serving.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Hands out the contract. */
final class ContractRoute {
    private static final String FILE = "openapi.yaml";

    private final byte[] openApi = read();

    /** {@code GET /openapi.yaml}. */
    void openApi(Context ctx) throws IOException {
        Replies.write(ctx, 200, MediaTypes.YAML, openApi);
    }

    private static byte[] read() {
        try (InputStream in = ContractRoute.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
