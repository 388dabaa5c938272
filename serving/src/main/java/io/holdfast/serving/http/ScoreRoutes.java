package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.serving.answer.CustomerAnswer;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.wire.Knowledge;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.PlannedCare;
import io.holdfast.serving.wire.ReplyContext;
import io.holdfast.serving.wire.RequestOptions;
import io.holdfast.serving.wire.ScoreRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about customers. */
final class ScoreRoutes {
    private final ServedModel served;
    private final StoreAccess access;
    private final Clock clock;

    ScoreRoutes(ServedModel served, StoreAccess access, Clock clock) {
        this.served = served;
        this.access = access;
        this.clock = clock;
    }

    /** {@code POST /v1/scores}. */
    void score(Context ctx) throws IOException {
        Replies.requireJson(ctx);
        try {
            ScoreRequest request = served.requests().read(BodyHandler.body(ctx.req()));
            RequestOptions options = request.options();
            Optional<Language> asked = options.language().flatMap(Language::match);
            ProblemWriter.ask(ctx, asked);
            Language language = asked.orElseGet(() -> Replies.language(ctx, served.language()));
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Knowledge knowledge = new Knowledge(today, served.snapshot().now());
            List<CustomerQuery> queries = request.queries(knowledge);
            // Where there is a store, care is what a plan has decided: one customer, one answer.
            Optional<KnownCustomers> known = access.store().map(store -> KnownCustomers.of(store, queries, now));
            List<CustomerAnswer> answers = served.desk()
                    .answer(
                            known.map(customers -> customers.admitted(queries)).orElse(queries),
                            new ExplainOptions(options.reasons(), options.protectors(), language),
                            today);
            Optional<Map<String, PlannedCare>> planned = known.map(customers -> customers.planned(language));
            ReplyContext context = new ReplyContext(RequestMark.id(ctx.req()), language, request.snapshot(knowledge));
            Replies.write(ctx, language, served.replies().write(answers, planned, context));
        } catch (MalformedRequestException e) {
            throw ProblemException.of(e);
        }
    }
}
