package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/** A question about everything in the store. One at a time: it reads every decision, which takes memory and a connection to the store. */
final class PagedRoute {
    private final List<String> parameters;
    private final Language fallback;
    private final Semaphore turn = new Semaphore(1);

    /**
     * One.
     *
     * @param parameters that it takes, each at most once
     * @param fallback language where a request asks for none
     */
    PagedRoute(List<String> parameters, Language fallback) {
        this.parameters = parameters;
        this.fallback = fallback;
    }

    /** Refuses parameters that there are not, and those given more than once. */
    void requireParameters(Context ctx) {
        Set<String> unknown = new TreeSet<>(ctx.queryParamMap().keySet());
        parameters.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "unknown_field",
                    "There is no such parameter (expected: " + String.join(", ", parameters) + ").",
                    "没有该参数（应为：" + String.join("、", parameters) + "）。"));
        }
        for (String name : parameters) {
            if (ctx.queryParams(name).size() > 1) {
                throw new ProblemException(Problem.of(
                        HttpStatus.UNPROCESSABLE_ENTITY_422,
                        "bad_value",
                        "The parameter " + name + " is given more than once (expected: once, or not at all).",
                        "参数 " + name + " 给出了多次（应为：至多一次）。"));
            }
        }
    }

    /** Writes the answer as the client would have it; a page where it would rather have one. */
    void write(Context ctx, Supplier<PagedAnswer> answer) throws IOException {
        boolean also = PageInReply.isWanted(ctx);
        Language language = Replies.language(ctx, fallback);
        boolean page = MediaTypes.prefersPage(Replies.header(ctx, "Accept"));
        if (!turn.tryAcquire()) {
            throw new ProblemException(Problems.reportRunning());
        }
        byte[] body;
        try {
            PagedAnswer known = answer.get();
            body = page
                    ? known.page(language)
                    : known.reply(new ReplyContext(RequestMark.id(ctx.req()), language), also);
        } finally {
            turn.release();
        }
        Replies.writeEither(ctx, language, page, body);
    }
}
