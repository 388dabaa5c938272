package io.holdfast.serving.http;

import io.holdfast.serving.wire.ContactRequests;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.RowReplies;

/** Takes reports of contacts and consent. */
final class ContactRoutes {
    private ContactRoutes() {}

    /** {@code POST /v1/contacts}. */
    static byte[] contacts(DocumentCall call) throws MalformedRequestException {
        return EachRow.of(
                call,
                "contacts",
                row -> ContactRequests.contact(row, call.now()),
                contacts -> call.store().contacts().addAll(contacts, call.writing()),
                new RowReplies(call.reply(), false));
    }

    /** {@code POST /v1/consents}. */
    static byte[] consents(DocumentCall call) throws MalformedRequestException {
        return EachRow.of(
                call,
                "consents",
                row -> ContactRequests.consent(row, call.now()),
                consents -> call.store().contacts().consentAll(consents, call.writing()),
                new RowReplies(call.reply(), false));
    }
}
