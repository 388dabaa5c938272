package io.holdfast.serving.http;

import io.holdfast.serving.store.RowOutcome;
import io.holdfast.serving.store.WriteRefusedException;
import io.holdfast.serving.wire.ContactRequests;
import io.holdfast.serving.wire.Contract;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.RowReplies;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes reports of contacts and consent, many at a time; each is taken or refused alone. */
final class ContactRoutes {
    private ContactRoutes() {}

    /** {@code POST /v1/contacts}. */
    static byte[] contacts(DocumentCall call) throws MalformedRequestException {
        return each(
                call,
                "contacts",
                row -> ContactRequests.contact(row, call.now()),
                contacts -> call.store().contacts().addAll(contacts, call.writing()));
    }

    /** {@code POST /v1/consents}. */
    static byte[] consents(DocumentCall call) throws MalformedRequestException {
        return each(
                call,
                "consents",
                row -> ContactRequests.consent(row, call.now()),
                consents -> call.store().contacts().consentAll(consents, call.writing()));
    }

    /** Makes of one row what is to be written. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(Document row) throws MalformedRequestException;
    }

    private static <T> byte[] each(
            DocumentCall call, String name, Reading<T> reading, Function<List<T>, List<RowOutcome>> writing)
            throws MalformedRequestException {
        List<Document> rows = call.body().documents(name, Contract.MOST_CUSTOMERS);
        call.body().requireNothingElse();
        List<Optional<MalformedRequestException>> faults = new ArrayList<>(rows.size());
        List<T> legible = new ArrayList<>(rows.size());
        for (Document row : rows) {
            try {
                legible.add(reading.of(row));
                faults.add(Optional.empty());
            } catch (MalformedRequestException e) {
                faults.add(Optional.of(e));
            }
        }
        Iterator<RowOutcome> outcomes = writing.apply(legible).iterator();
        RowReplies replies = new RowReplies(call.reply().language());
        for (int i = 0; i < faults.size(); i++) {
            Optional<MalformedRequestException> fault = faults.get(i);
            if (fault.isPresent()) {
                replies.refused(
                        fault.get().code(), fault.get().pointer(), fault.get().detail());
            } else {
                reply(replies, outcomes.next(), "/" + name + "/" + i);
            }
        }
        return replies.write(call.reply().requestId());
    }

    private static void reply(RowReplies replies, RowOutcome outcome, String pointer) {
        if (outcome.refusal().isPresent()) {
            WriteRefusedException refusal = outcome.refusal().get();
            replies.refused(refusal.code(), Optional.of(pointer), refusal.text());
        } else {
            replies.taken(outcome.written());
        }
    }
}
