package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One request to a route of the store: its document, and what its answer is written with.
 *
 * @param body the document
 * @param store what it asks
 * @param writing who asks, and when
 * @param reasons how reasons are called, and what may be asked about them
 * @param actions codes of the actions of the playbook; empty where none is at hand
 * @param reply what the reply says about itself
 */
record DocumentCall(
        Document body, Store store, Writing writing, ReasonCatalogue reasons, Set<String> actions, ReplyContext reply) {
    Instant now() {
        return writing.at();
    }

    /** What a route does with a document. */
    @FunctionalInterface
    interface Answer {
        byte[] to(DocumentCall call) throws MalformedRequestException;
    }

    /** A handler that reads the document, and writes the answer in the language asked for. */
    static Handler handler(
            StoreAccess access,
            ReasonCatalogue reasons,
            Set<String> actions,
            Language fallback,
            Clock clock,
            Answer answer) {
        return ctx -> {
            Store store = access.require();
            Replies.requireJson(ctx);
            try {
                Document body = Document.read(BodyHandler.body(ctx.req()));
                Optional<Language> asked = body.language().flatMap(Language::match);
                ProblemWriter.ask(ctx, asked);
                Language language = asked.orElseGet(() -> Replies.language(ctx, fallback));
                Writing writing = new Writing(actor(ctx), clock.instant());
                DocumentCall call = new DocumentCall(
                        body, store, writing, reasons, actions, new ReplyContext(RequestMark.id(ctx.req()), language));
                Replies.write(ctx, language, answer.to(call));
            } catch (MalformedRequestException e) {
                throw ProblemException.of(e);
            }
        };
    }

    /** Who asks, for the audit: the id of the key, which holds no secret. */
    static String actor(Context ctx) {
        String key = AccessLog.key(ctx.req());
        return key.isEmpty() ? "local" : "key:" + key;
    }
}
