package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.wire.ReplyContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of one look at the store, as a page for people, as JSON, or as JSON that holds the page. */
interface PagedAnswer {
    byte[] page(Language language);

    /**
     * As JSON.
     *
     * @param page the page, where it is a part of the reply
     */
    byte[] reply(ReplyContext context, Optional<String> page);

    /**
     * As JSON.
     *
     * @param also whether the page is a part of it
     */
    default byte[] reply(ReplyContext context, boolean also) {
        return reply(
                context,
                also ? Optional.of(new String(page(context.language()), StandardCharsets.UTF_8)) : Optional.empty());
    }
}
