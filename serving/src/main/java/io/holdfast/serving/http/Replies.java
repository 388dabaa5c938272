package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Writes answers, and reads what a client wants them to be. */
final class Replies {
    private Replies() {}

    /** Writes bytes at once, with their length. */
    static void write(Context ctx, int status, String mediaType, byte[] body) throws IOException {
        HttpServletResponse response = ctx.res();
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Writes bytes in a language, and says which. */
    static void write(Context ctx, Language language, byte[] body) throws IOException {
        ctx.res().setHeader("Content-Language", language.tag());
        ctx.res().setHeader("Vary", "Accept-Language");
        write(ctx, 200, MediaTypes.JSON, body);
    }

    /** All values of a header as one, empty text where it is absent. */
    static String header(Context ctx, String name) {
        return String.join(",", Collections.list(ctx.req().getHeaders(name)));
    }

    /** The language of the {@code Accept-Language} header. */
    static Language language(Context ctx, Language fallback) {
        return Language.fromAcceptLanguage(header(ctx, "Accept-Language"), fallback);
    }
}
