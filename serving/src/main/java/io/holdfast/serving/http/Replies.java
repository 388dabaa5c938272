package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.jetty.http.HttpStatus;

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

    /** Writes JSON or a page, as the client's {@code Accept} header would have it, in a language, and says which. */
    static void writeEither(Context ctx, Language language, boolean page, byte[] body) throws IOException {
        ctx.res().setHeader("Content-Language", language.tag());
        ctx.res().setHeader("Vary", "Accept, Accept-Language");
        write(ctx, 200, page ? MediaTypes.HTML + "; charset=utf-8" : MediaTypes.JSON, body);
    }

    /** All values of a header as one, empty text where it is absent. */
    static String header(Context ctx, String name) {
        Enumeration<String> values = ctx.req().getHeaders(name);
        if (!values.hasMoreElements()) {
            return "";
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? first + "," + String.join(",", Collections.list(values)) : first;
    }

    /** The language of the {@code Accept-Language} header. */
    static Language language(Context ctx, Language fallback) {
        return Language.fromAcceptLanguage(header(ctx, "Accept-Language"), fallback);
    }

    /** Refuses a body that is not declared as JSON in UTF-8, or is encoded. */
    static void requireJson(Context ctx) {
        String encoding = Replies.header(ctx, "Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "unsupported_encoding",
                            "The body is encoded (expected: no Content-Encoding).",
                            "请求体经过编码（应为：无 Content-Encoding）。")
                    .withHeader("Accept-Encoding", "identity"));
        }
        if (!MediaTypes.isJson(Replies.header(ctx, "Content-Type"))) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "unsupported_media_type",
                            "The body is not declared as JSON in UTF-8 (expected: Content-Type: application/json).",
                            "请求体未声明为 UTF-8 的 JSON（应为：Content-Type: application/json）。")
                    .withHeader("Accept", MediaTypes.JSON));
        }
    }
}
