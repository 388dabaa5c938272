package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.serving.answer.CustomerAnswer;
import io.holdfast.serving.wire.Knowledge;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.ReplyContext;
import io.holdfast.serving.wire.RequestOptions;
import io.holdfast.serving.wire.ScoreRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** Answers about customers. */
final class ScoreRoutes {
    private final ServedModel served;
    private final Clock clock;

    ScoreRoutes(ServedModel served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    /** {@code POST /v1/scores}. */
    void score(Context ctx) throws IOException {
        requireJson(ctx);
        try {
            ScoreRequest request = served.requests().read(BodyHandler.body(ctx.req()));
            RequestOptions options = request.options();
            Language language = options.language()
                    .flatMap(Language::match)
                    .orElseGet(() -> Replies.language(ctx, served.language()));
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Knowledge knowledge = new Knowledge(today, served.snapshot().now());
            List<CustomerAnswer> answers = served.desk()
                    .answer(
                            request.queries(knowledge),
                            new ExplainOptions(options.reasons(), options.protectors(), language),
                            today);
            ReplyContext context = new ReplyContext(RequestMark.id(ctx.req()), language, request.snapshot(knowledge));
            Replies.write(ctx, language, served.replies().write(answers, context));
        } catch (MalformedRequestException e) {
            throw ProblemException.of(e);
        }
    }

    private static void requireJson(Context ctx) {
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
