package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

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

    static void write(Context ctx, Problem problem) throws IOException {
        problem.headers().forEach(ctx.res()::setHeader);
        write(ctx, problem.status(), Problem.MEDIA_TYPE, problem.write(RequestMark.id(ctx.req())));
    }

    /** Writes a problem before, or beside, any route. */
    static void write(Request request, Response response, Callback callback, Problem problem) {
        String id = RequestMark.mark(request, response);
        response.setStatus(problem.status());
        problem.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.write(id)), callback);
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
