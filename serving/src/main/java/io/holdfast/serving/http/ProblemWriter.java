package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes problems in the language of the request.
 *
 * @param fallback where the request asks for none
 */
record ProblemWriter(Language fallback) {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String ASKED = ProblemWriter.class.getName() + ".asked";

    /** Notes the language that a body which could be read asks for, so that whatever the request ends with is written in it. */
    static void ask(Context ctx, Optional<Language> language) {
        language.ifPresent(each -> ctx.attribute(ASKED, each));
    }

    /**
     * Writes what a route ends with.
     *
     * @param asked the language that the body asks for; comes before the header's
     */
    void write(Context ctx, Problem problem, Optional<Language> asked) {
        Language language = asked.or(() -> Optional.ofNullable(ctx.attribute(ASKED)))
                .orElseGet(() -> Replies.language(ctx, fallback));
        problem.headers().forEach(ctx.res()::setHeader);
        ctx.res().setHeader(HttpHeader.CONTENT_LANGUAGE.asString(), language.tag());
        try {
            Replies.write(
                    ctx, problem.status(), Problem.MEDIA_TYPE, problem.write(RequestMark.id(ctx.req()), language));
        } catch (IOException e) {
            LOG.debug("The client did not take the problem", e);
        }
    }

    /** Writes a problem before, or beside, any route. */
    void write(Request request, Response response, Callback callback, Problem problem) {
        String wishes = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT_LANGUAGE));
        Language language = Language.fromAcceptLanguage(wishes, fallback);
        String id = RequestMark.mark(request, response);
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(problem.status());
        problem.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_LANGUAGE, language.tag());
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        UnreadBody.answer(request, response, callback, ByteBuffer.wrap(problem.write(id, language)));
    }
}
